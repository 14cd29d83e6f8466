test("beds", () => expect(1).toBe(1));
