Cypress.Commands.add('accessible', () => {
  cy.checkA11y(null, {
    runOnly: {
      type: 'tag',
      values: [
        'wcag2a',
        'wcag2aa',
        'best-practice',
      ],
    },
  });
});
