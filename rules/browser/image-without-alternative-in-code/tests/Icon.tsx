export const Icon = ({ src, label, ...rest }) => (
  <div>
    // ruleid: image-without-alternative-in-code
    <img src={src} className="icon" />
    // ok: image-without-alternative-in-code
    <img src={src} alt={label} />
    // ok: image-without-alternative-in-code
    <img
      onLoad={() => done()}
      src={src}
      alt=""
    />
    // ok: image-without-alternative-in-code
    <img src={src} {...rest} />
    // ok: image-without-alternative-in-code
    <img src={src} aria-hidden="true" />
    // ok: image-without-alternative-in-code
    <ImgFrame src={src} />
  </div>
);
