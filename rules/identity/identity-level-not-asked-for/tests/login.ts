export const optional = {
  scope: "openid profile",
  // review: identity-level-not-asked-for
  vtr: '["P0.Cp.Cd", "P0.Cp.Ck", "P0.Cm"]',
};

// review: identity-level-not-asked-for
export const address = `${issuer}/authorize?scope=openid&vtr=${encodeURIComponent('["P0.Cp"]')}`;

export const records = {
  scope: "openid profile nhs_app_credentials",
  // ok: identity-level-not-asked-for
  vtr: '["P9.Cp.Cd", "P9.Cp.Ck", "P9.Cm"]',
};

// Asked for beside a higher level.
// ok: identity-level-not-asked-for
export const both = { vtr: '["P0.Cp.Cd", "P9.Cp.Cd"]' };

// ok: identity-level-not-asked-for
export const documented = 1; // vtr is explained in the guide

// ok: identity-level-not-asked-for
// vtr: '["P0.Cp.Cd"]',
