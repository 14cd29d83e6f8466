export const A = () => (
  // ruleid: image-without-alternative-in-code
  <img
    onClick={() => open()}
    src="a.svg"
  />
);
