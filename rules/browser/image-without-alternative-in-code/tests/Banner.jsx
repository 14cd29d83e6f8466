export const Banner = ({ size, small, big, user, ready }) => (
  <header>
    // ruleid: image-without-alternative-in-code
    {ready ? <img className="logo" src={`/img/${size}.svg`} /> : null}
    // ruleid: image-without-alternative-in-code
    <img src={user.alt} />
    // ok: image-without-alternative-in-code
    <img src={size > 2 ? big : small} onClick={() => { if (size < 9) { grow({ by: 1 }); } }} alt="Clinic" />
    // ok: image-without-alternative-in-code
    <img src={small} hidden />
  </header>
);
