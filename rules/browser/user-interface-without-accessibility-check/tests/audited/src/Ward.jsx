export const Ward = () => <main>Ward</main>;
