using Vuosikello.Web.Access;

namespace Vuosikello.Web.Live;

/// <summary>The one way to a live page: first the table of views, then the page's own rule.</summary>
public static class LiveAccess
{
    /// <summary>The circle in which a reader sees the page; null when they may not see it at all.</summary>
    public static ReaderCircle? CircleFor(this ILivePage page, ReaderCircle reader) => ViewRights.Lets(page.View, reader) ? page.CircleOf(reader) : null;
}
