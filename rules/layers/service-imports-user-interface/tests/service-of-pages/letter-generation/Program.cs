Maker.Run();
