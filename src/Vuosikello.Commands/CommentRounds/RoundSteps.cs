using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>The ids of what the server sends so that documents stand as their rounds do: they follow from the cause, so each happens once.</summary>
public static class RoundSteps
{
    private static readonly Guid Names = new("9a3d1f52-70f4-4f0e-a8a7-2b6c0d5e4f13");

    /// <summary>For putting a document in a round, or taking it out.</summary>
    /// <param name="version">Of the document as it was when that was found to be due: a later time is another step.</param>
    public static CommandId CommandFor(RoundId round, DocumentName document, bool into, long version) =>
        new(DeterministicGuid.Create(Names, string.Create(CultureInfo.InvariantCulture, $"{round}\n{document.Kind} {document.Id}\n{(into ? "in" : "out")} {version}")));

    /// <summary>For opening a round whose opening was broken off.</summary>
    /// <param name="version">Of the round.</param>
    public static CommandId CommandToOpen(RoundId round, long version) =>
        new(DeterministicGuid.Create(Names, string.Create(CultureInfo.InvariantCulture, $"{round}\nopen {version}")));
}
