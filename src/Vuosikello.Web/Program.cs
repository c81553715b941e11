using Vuosikello.Web.Composition;

return await CommandLine.Run(args);

/// <summary>The entry point, public so that tests can start the whole program.</summary>
public partial class Program;
