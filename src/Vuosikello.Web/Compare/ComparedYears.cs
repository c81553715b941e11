using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Board;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Compare;

/// <summary>A year's board, activity by activity, and one activity, field by field, at two moments.</summary>
public sealed class ComparedYears(
    IPartnershipViews partnerships, IBoardViews boards, IAsItWas past, IActivityHistory history, FieldWords fields, SideWords words, Texts texts)
{
    private static readonly string[] Fields =
    [
        ActivityFields.Title, ActivityFields.Status, ActivityFields.Time, ActivityFields.Venue, ActivityFields.Areas, ActivityFields.Themes, ActivityFields.Responsible,
        ActivityFields.Participants, ActivityFields.Description, ActivityFields.Agenda, ActivityFields.Registration,
    ];

    private static string Language => LanguageSetup.Current;

    /// <summary>A year's board; null when there is no such year.</summary>
    public Comparable? Board(CycleId cycle, bool isMember)
    {
        if (partnerships.Find(cycle.Partnership) is not { } found || boards.Find(cycle) is null) return null;
        return new(found, $"{found.State.Name.In(Language)} {cycle.Year}", BoardAddresses.Of(cycle), [], words.Now, async (side, ct) =>
        {
            var board = side.Moment is not { } moment ? boards.Find(cycle)
                : isMember ? await past.Board(cycle, moment.Instant, ct)
                : await past.BoardForPublic(cycle, moment.Instant, ct);
            return new(words.Of(side, there: board is not null), [.. board?.Activities.Select(activity => Part(activity, found.State)) ?? []]);
        }, IsLong: true);
    }

    /// <summary>An activity, one that was withdrawn too; null when it never was in the year.</summary>
    public async ValueTask<Comparable?> Activity(CycleId cycle, ActivityId id, CancellationToken ct)
    {
        if (partnerships.Find(cycle.Partnership) is not { } found) return null;
        if (await history.Of(id, ct) is not [{ Event: ActivityPlanned planned }, ..] || planned.Cycle != cycle) return null;
        string name = (boards.FindActivity(id)?.Details ?? planned.Details).Title.In(Language);
        return new(found, name, BoardAddresses.Of(cycle, id), [], words.Now, async (side, token) =>
        {
            var activity = side.Moment is { } moment ? await past.Activity(id, moment.Instant, token) : boards.FindActivity(id);
            return new(words.Of(side, there: activity is not null), activity is null ? [] : [.. Fields.Select(field => Part(activity.State, field, found.State))]);
        });
    }

    private ComparedPart Part(Activity activity, string field, Partnership partnership)
    {
        object? value = field == ActivityFields.Status ? activity.Status : FieldWords.ValueOf(activity.Details, field);
        return new(field, "", texts.Activity[$"Field.{field}"], value as LocalText ?? Here(fields.Of(value, partnership)));
    }

    private ComparedPart Part(ActivityView activity, Partnership partnership)
    {
        var lines = Fields.Skip(1).Select(field => Part(activity.State, field, partnership)).Where(part => !part.Text.IsEmpty && part.Text.In(Language) != "–");
        return new(activity.Id.ToString(), "", activity.Details.Title.In(Language), Here(string.Join("\n", lines.Select(part => $"{part.Heading}: {part.Text.In(Language)}"))));
    }

    /// <summary>What the page itself says, in the language it is shown in.</summary>
    internal static LocalText Here(string text) => Language switch { "sv" => new(sv: text), "en" => new(en: text), _ => new(text) };
}
