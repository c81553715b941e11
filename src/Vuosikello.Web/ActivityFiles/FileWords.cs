using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>What is said of files, in the language of the request.</summary>
public sealed class FileWords(Texts texts)
{
    public string Of(FileNote note)
    {
        // without a nearest name there is none to ask about
        if (note.Arguments is [var unknown, ""]) return texts.Import["UnknownName", unknown];
        return texts.Import[$"Note.{note.Code}", [.. note.Arguments]];
    }

    /// <summary>Where in the file; empty where it is about the whole.</summary>
    public string Where(FileNote note) => (note.Line, note.Column) switch
    {
        (0, _) => "",
        (var line, "") => texts.Import["Line", line],
        (var line, var column) => texts.Import["LineAndColumn", line, column],
    };

    /// <summary>A text in the languages in which it is not as another one, each with its name.</summary>
    public string Of(LocalText text, LocalText other) => string.Join('\n', new[] { ("fi", text.Fi, other.Fi), ("sv", text.Sv, other.Sv), ("en", text.En, other.En) }
        .Where(t => t.Item2 != t.Item3).Select(t => $"{texts.Import[$"Language.{t.Item1}"]}: {t.Item2 ?? "–"}"));

    /// <summary>Why a row was not taken.</summary>
    public IEnumerable<string> Of(Outcome outcome) => outcome switch
    {
        Outcome.Refused refused => refused.Problems.Select(texts.Of),
        Outcome.Forbidden forbidden => [texts.Of(forbidden.Problem)],
        Outcome.NotFound missing => [texts.Of(missing.Problem)],
        Outcome.TryAgain again => [texts.Of(again.Problem)],
        Outcome.Clashed => [texts.Import["ChangedMeanwhile"]],
        _ => [],
    };
}
