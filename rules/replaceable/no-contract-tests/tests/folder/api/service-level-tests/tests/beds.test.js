test("beds are listed", () => request(api).get("/beds").expect(200));
