Console.WriteLine("choose a benchmark");
