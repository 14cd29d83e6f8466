export default () => <h1>Ward</h1>;
