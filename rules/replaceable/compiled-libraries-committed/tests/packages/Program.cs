System.Console.WriteLine("wards");
