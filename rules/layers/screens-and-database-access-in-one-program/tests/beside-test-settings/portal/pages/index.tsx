export default () => <h1>Beds</h1>;
