export default bootstrap;
