using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Rounds;

/// <summary>
/// A partner's statement is live for those who write it, and for nobody else: <c>statement/kuuma-seutu/kevat/tuusula</c>. What is edited on it is
/// a clause, or the remark on the whole.
/// </summary>
public sealed class LiveStatements(LiveRoundParts parts) : ILivePages
{
    public string Kind => "statement";

    public static string KeyOf(RoundId round, PartnerId partner) => $"statement/{round}/{partner}";

    public ILivePage? Find(string rest) =>
        rest.Split('/') is [var partnership, var slug, var partner] && LiveRoundParts.RoundOf(partnership, slug) is { } id && Slug.IsValid(partner)
            ? new LiveStatement(id, new PartnerId(partner), parts) : null;
}

internal sealed class LiveStatement(RoundId round, PartnerId partner, LiveRoundParts parts) : LiveRoundPage(LiveStatements.KeyOf(round, partner), round, parts)
{
    public override View View => View.Statement;

    public override ReaderCircle? CircleOf(ReaderCircle reader) => Parts.At(Id, reader) is { Round.Documents.Count: > 0 } context && context.Writer == partner ? reader : null;

    public override ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct) =>
        Parts.Render(Parts.At(Id, circle), RoundAddresses.Statement(Id), (fragments, context, now) => fragments.Renew<StatementBody>("statement", new { Context = context, Now = now }));

    // Only those who may write it come this far.
    public override bool MayEdit(string item, Standing standing) => Round is { } shown && StatementStep.Find(shown, partner, item) is not null;

    protected override ItemTouch? LastTouch(string item)
    {
        if (Round is not { } shown || StatementStep.Find(shown, partner, item) is not { } step) return null;
        var statement = shown.StatementOf(partner);
        var touch = step.Clause is { } clause ? statement?.DraftOf(clause.Id)?.Touch : statement?.General?.Touch;
        return touch is { } last ? new(last.Version, last.Stamp) : null;
    }
}
