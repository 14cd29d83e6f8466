export default () => (
  // ruleid: layout-in-code-shuts-readers-out
  <Html>
    <Head /><body><Main /></body>
  </Html>
);
