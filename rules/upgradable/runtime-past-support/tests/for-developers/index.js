console.log("wards");
