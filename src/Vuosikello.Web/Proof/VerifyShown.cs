namespace Vuosikello.Web.Proof;

/// <summary>What the page shows: nothing yet, why nothing was checked, or what was found.</summary>
public sealed record VerifyShown
{
    /// <summary>What was typed as the noted hash.</summary>
    public string Noted { get; init; } = "";

    /// <summary>The text that says why nothing was checked: <c>NoFile</c>, <c>TooLong</c>, <c>TooSlow</c>, <c>TooMuch</c>, <c>NotAHash</c> or <c>NotReadable</c>.</summary>
    public string? Problem { get; init; }

    /// <summary>What is wrong with the file, for whoever knows its format; in English.</summary>
    public string? Detail { get; init; }

    public ProofAnswer? Answer { get; init; }
}
