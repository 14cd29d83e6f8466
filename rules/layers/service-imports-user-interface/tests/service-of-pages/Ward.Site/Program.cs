Web.Run();
