using System.Text;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Words;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>Everything of an activity that calendar programs have no field for, or ignore the field of, as plain text.</summary>
internal static class EventDescription
{
    public static string Of(ActivityView activity, Partnership partnership, FeedWords words, Uri board)
    {
        var details = activity.Details;
        var text = new StringBuilder();
        string language = words.Language;
        if (activity.State.Status == ActivityStatus.Cancelled && !activity.State.CancellationReason.IsEmpty)
        {
            Paragraph(text, words.Reason + activity.State.CancellationReason.In(language));
        }
        if (!details.Description.IsEmpty) Paragraph(text, details.Description.In(language));
        if (details.Agenda.Count > 0) Paragraph(text, Agenda(details.Agenda, words));
        Paragraph(text, string.Join('\n', Facts(activity, partnership, words).Append(words.LinkBack + board.AbsoluteUri)));
        return text.ToString();
    }

    private static string Agenda(ValueList<AgendaRow> rows, FeedWords words) =>
        string.Join('\n', rows.Select(row => $"{TimeInWords.Clock(row.Start, words.Language)} {row.Title.In(words.Language)}").Prepend(words.Agenda));

    private static IEnumerable<string> Facts(ActivityView activity, Partnership partnership, FeedWords words)
    {
        var details = activity.Details;
        if (Organiser(details.Responsible, partnership, words.Language) is { } organiser) yield return words.Organiser + organiser;
        if (details.Responsible is { Role.IsEmpty: false } responsible) yield return words.Responsible + responsible.Role.In(words.Language);
        var partners = details.Participants.Select(p => Name(partnership, p, words.Language)).OfType<string>().ToArray();
        if (partners.Length > 0) yield return words.Participants + string.Join(", ", partners);
        if (activity.LastDayToRegister is { } deadline) yield return words.RegisterBy + TimeInWords.Day(deadline, words.Language);
        if (details.Registration?.Link is { } register) yield return words.Register + register;
        if (details.Venue?.Link is { } link) yield return words.Link + link;
    }

    /// <summary>Whom to ask: a role and the organisation, never a person.</summary>
    public static string Contact(Responsible? responsible, Partnership partnership, string language)
    {
        string role = responsible?.Role.In(language) ?? "";
        if (Organiser(responsible, partnership, language) is not { } organiser) return role;
        return role.Length == 0 ? organiser : $"{role}, {organiser}";
    }

    private static string? Organiser(Responsible? responsible, Partnership partnership, string language) =>
        responsible?.Partner is { } id ? Name(partnership, id, language) : null;

    private static string? Name(Partnership partnership, PartnerId partner, string language) =>
        partnership.Partners.GetValueOrDefault(partner.Value)?.Name.In(language);

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        if (text.Length > 0) text.Append("\n\n");
        text.Append(paragraph);
    }
}
