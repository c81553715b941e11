using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Rounds;

/// <summary>The answers to remarks are live for those who coordinate: <c>answers/kuuma-seutu/kevat</c>, with <c>?show=open</c> only those that wait. What is edited is an answer.</summary>
public sealed class LiveAnswers(LiveRoundParts parts) : ILivePages
{
    private const string Open = "?show=open";

    public string Kind => "answers";

    /// <param name="onlyOpen">Only remarks without an answer are shown.</param>
    public static string KeyOf(RoundId round, bool onlyOpen) => $"answers/{round}{(onlyOpen ? Open : "")}";

    public ILivePage? Find(string rest)
    {
        bool onlyOpen = rest.EndsWith(Open, StringComparison.Ordinal);
        return (onlyOpen ? rest[..^Open.Length] : rest).Split('/') is [var partnership, var slug] && LiveRoundParts.RoundOf(partnership, slug) is { } id
            ? new LiveAnswersPage(id, onlyOpen, parts) : null;
    }
}

internal sealed class LiveAnswersPage(RoundId round, bool onlyOpen, LiveRoundParts parts) : LiveRoundPage(LiveAnswers.KeyOf(round, onlyOpen), round, parts)
{
    // Whoever answers is seen by all who do, whatever they filter.
    public override IReadOnlyList<string> Places { get; } = [LiveAnswers.KeyOf(round, onlyOpen: false)];

    public override View View => View.RoundAnswers;

    public override ReaderCircle? CircleOf(ReaderCircle reader) => Parts.At(Id, reader) is { MayCoordinate: true } ? reader : null;

    public override ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct) =>
        Parts.Render(Parts.At(Id, circle), RoundAddresses.Answers(Id) + (onlyOpen ? "?show=open" : ""), (fragments, context, now) => fragments.Renew<AnswersBody>("answers", new { Context = context, Now = now, OnlyOpen = onlyOpen }));

    public override bool MayEdit(string item, Standing standing) => Remark(item) is not null && Rights.Check(typeof(AnswerRemark), standing) is null;

    protected override ItemTouch? LastTouch(string item) => Remark(item) is { Answers.Latest.Touch: var touch } ? new(touch.Version, touch.Stamp) : null;

    private Remark? Remark(string item) =>
        Round is { } shown ? RoundSummary.Of(shown).Remarks().FirstOrDefault(r => RoundAddresses.Anchor(r.Partner, r.Clause) == item) : null;
}
