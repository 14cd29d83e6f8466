export const viewport = { width: "device-width", maximumScale: 5, userScalable: true };
// a layout without <html>
export default ({ children, locale }) => (
  // ok: layout-in-code-shuts-readers-out
  <html lang={locale} className="a"><body>{children}</body></html>
);
