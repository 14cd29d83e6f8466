it.skip('shows H1 and H2', () => {});
