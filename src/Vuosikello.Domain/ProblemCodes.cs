namespace Vuosikello.Domain;

/// <summary>
/// The reasons for refusals. Each has a message in Finnish, Swedish and English (a test fails for one that lacks it); the
/// arguments are listed here in the order in which messages number them.
/// </summary>
public static class ProblemCodes
{
    /// <summary>{0} the start, {1} the end.</summary>
    public const string EndBeforeStart = "end-before-start";
}
