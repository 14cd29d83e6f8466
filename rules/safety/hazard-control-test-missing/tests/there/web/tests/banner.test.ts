it("shows the name", () => {});
