test("a contract with a supplier ends", () => {});
