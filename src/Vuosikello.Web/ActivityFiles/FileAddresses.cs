using Vuosikello.Domain;
using Vuosikello.Web.Board;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>Where files are imported.</summary>
public static class FileAddresses
{
    public static string Of(CycleId cycle) => $"{BoardAddresses.Of(cycle)}/import";

    public static string Confirm(CycleId cycle) => $"{Of(cycle)}/confirm";

    public static string Sample(CycleId cycle, string language) => $"{Of(cycle)}/sample.csv?lang={language}";
}
