export const viewport: Viewport = {
  width: "device-width",
  // ruleid: layout-in-code-shuts-readers-out
  maximumScale: 1,
  // ruleid: layout-in-code-shuts-readers-out
  userScalable: false,
  // userScalable: false,
};

export default function Layout({ children }) {
  return (
    // ok: layout-in-code-shuts-readers-out
    <html className={fonts.main} lang="en">
      <body>{children}</body>
    </html>
  );
}
