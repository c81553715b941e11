using System.Text;
using Vuosikello.Events.Proof;

namespace Vuosikello.Events.Tests.Proof;

/// <summary>What cannot be checked is said, with the place and what is wrong there; nothing is guessed or passed over.</summary>
public sealed class Files_that_are_no_exports
{
    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("%PDF-1.7", "not JSON (line 1")]
    [InlineData("[]", "not an export of Vuosikello")]
    [InlineData("{}", "not an export of Vuosikello")]
    [InlineData("""{"format":"vuosikello-export.v9"}""", "not an export of Vuosikello")]
    [InlineData("""{"format":"vuosikello-export.v1"}""", "the export has no 'subject'")]
    [InlineData("""{"format":"vuosikello-export.v1","\ud800":1}""", "not Unicode")]
    public void Another_file_is_refused(string text, string reason) => Refused(text, reason);

    [Theory]
    [InlineData("\"subject\":", "\"note\": \"All is well\", \"subject\":", "the export has a property 'note'")]
    [InlineData("\"subject\":", "\"subject\": \"x\", \"subject\":", "has its 'subject' twice")]
    [InlineData("\"type\": \"activity-held.v2\",", "", "event 2 of stream 1 has no 'type'")]
    [InlineData("\"type\": \"activity-held.v2\",", "\"type\": \"activity-held.v2\", \"text\": \"Signed by all\",", "event 2 of stream 1 has a property 'text'")]
    [InlineData("\"type\": \"activity-held.v2\",", "\"type\": 2,", "the 'type' of event 2 of stream 1 is not a text")]
    [InlineData("\"version\": 1,", "\"version\": 1.5,", "the 'version' of event 2 of stream 1 is not a whole number")]
    [InlineData("\"metadata\": {", "\"metadata\": {\"hash\": \"\",", "the metadata of event 1 of stream 1")]
    [InlineData("\"stream\": \"review-kuuma-seutu/kevat\"", "\"stream\": \"round-kuuma-seutu/kevat\"", "the same stream twice")]
    [InlineData("\"subject\": \"round-kuuma-seutu/kevat\"", "\"subject\": \"round-kuuma-seutu/muu\"", "that stream is not in it")]
    [InlineData("2026-11-22T03:30:00Z", "yesterday", "is not a time in UTC")]
    public void A_file_that_is_not_just_as_the_format_wants_it_is_refused_with_the_place(string before, string after, string reason)
    {
        string text = Encoding.UTF8.GetString(SampleExport.Written(SampleExport.Sound()));
        int at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"There is no {before} in {text}");

        Refused(string.Concat(text.AsSpan(0, at), after, text.AsSpan(at + before.Length)), reason);
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        byte[] whole = SampleExport.Written(SampleExport.Sound());
        for (int length = 0; length < whole.Length; length += 7)
        {
            byte[] part = whole[..length];
            Assert.Throws<UnreadableExportException>(() => ExportReader.Read(part));
        }
    }

    private static void Refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<UnreadableExportException>(() => ExportReader.Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);
}
