export default function Layout({ children }) {
  return (
    // ruleid: layout-in-code-shuts-readers-out
    <html className="nhsuk-template">
      <body>{children}</body>
    </html>
  );
}
