import React from "react";

// <img src="a.svg" />
export const Photo = ({ src }) => (
  // ruleid: image-without-alternative-in-code
  <img src={src} />
);
