export default () => <h1>Accessibility statement</h1>;
