import { useState } from 'react';

export const Kept = ({ src }) => (
  // ok: image-without-alternative-in-code
  <img src={src} alt="" />
);
