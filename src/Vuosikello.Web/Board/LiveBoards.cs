using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Board;

/// <summary>Boards are live: <c>board/kuuma-seutu/2026</c>, with the filters as in the address.</summary>
public sealed class LiveBoards(IBoardFragments fragments, ActivityNews news) : ILivePages
{
    public string Kind => "board";

    /// <param name="query">The filters in canonical order; empty for none.</param>
    public static string KeyOf(CycleId cycle, string query) => query.Length > 0 ? $"{PlaceOf(cycle)}?{query}" : PlaceOf(cycle);

    /// <summary>Where everybody is who has the year open, whatever the filters.</summary>
    public static string PlaceOf(CycleId cycle) => FormattableString.Invariant($"board/{cycle.Partnership}/{cycle.Year}");

    /// <summary>A year by its partnership and number as they stand in a key; null for what can be none.</summary>
    public static CycleId? CycleOf(string partnership, string year) =>
        Slug.IsValid(partnership) && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? new(new(partnership), number) : null;

    public ILivePage? Find(string rest)
    {
        int mark = rest.IndexOf('?', StringComparison.Ordinal);
        string[] parts = (mark < 0 ? rest : rest[..mark]).Split('/');
        if (parts is not [var partnership, var digits] || CycleOf(partnership, digits) is not { } cycle) return null;
        return new LiveBoard(cycle, mark < 0 ? "" : BoardQuery.Parse(rest[(mark + 1)..]).ToQuery(), fragments, news);
    }
}

/// <summary>One year's board with one choice of filters.</summary>
internal sealed class LiveBoard(CycleId cycle, string query, IBoardFragments fragments, ActivityNews news) : ILivePage
{
    public string Key { get; } = LiveBoards.KeyOf(cycle, query);
    public View View => View.Board;
    public PartnershipId Partnership => cycle.Partnership;
    public IReadOnlyList<string> Places { get; } = [LiveBoards.PlaceOf(cycle)];

    // What runs over New Year is drawn in the next year too; names of areas and partners, and what agreements ask for, stand in every year.
    public bool Concerns(in ViewChange change) =>
        change.Year is { } year ? year == cycle.Year || year == cycle.Year - 1 : Streams.IsOf(change.Stream, out PartnershipId _) || Streams.IsOf(change.Stream, out AgreementId _);

    public ReaderCircle? CircleOf(ReaderCircle reader) => new(reader.IsMember);

    public ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct) =>
        fragments.Render(new BoardKey(cycle, language, query, circle.IsMember), ct);

    public IReadOnlyList<string> Announce(IReadOnlyList<ViewChange> changes, PagePatch patch, ReaderCircle circle) =>
        news.Of(changes.Where(c => c.Year == cycle.Year), circle.IsMember);
}
