using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Live;

/// <summary>A page of one stream, with one fragment.</summary>
public sealed class NamedPage(string key, PartnershipId partnership, string stream, Func<string>? text = null) : ILivePage
{
    public string Key => key;
    public PartnershipId Partnership => partnership;
    public IReadOnlyList<string> Places => [key];
    public bool Concerns(in ViewChange change) => change.Stream == new StreamName(stream);

    /// <summary>Members only.</summary>
    public View View => View.Board;

    public ReaderCircle? CircleOf(ReaderCircle reader) => reader.IsMember ? new(true) : null;

    public ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct) =>
        new([new Fragment("only", "place", $"<p id=\"only\">{text?.Invoke()}</p>")]);

    public IReadOnlyList<string> Announce(IReadOnlyList<ViewChange> changes, PagePatch patch, ReaderCircle circle) => [];
}

/// <summary>The one page <c>named/testiseutu</c>.</summary>
public sealed class NamedPages(Func<string> text) : ILivePages
{
    public string Kind => "named";
    public ILivePage? Find(string rest) => rest == LiveServer.Partnership.Value ? new NamedPage("named/testiseutu", LiveServer.Partnership, "partnership-testiseutu", text) : null;
}
