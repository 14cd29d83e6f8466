it.skip('HAZ-001 shows the name', () => {});
