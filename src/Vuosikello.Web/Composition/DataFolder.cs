namespace Vuosikello.Web.Composition;

/// <summary>Where the events are kept: the setting <c>DataFolder</c>, absolute or beside the program's content root; <c>data</c> without one.</summary>
public sealed record DataFolder(string Path)
{
    public static DataFolder From(IConfiguration settings, string contentRoot) =>
        new(System.IO.Path.GetFullPath(settings["DataFolder"] is { Length: > 0 } chosen ? chosen : "data", contentRoot));
}
