using Vuosikello.Domain;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Feeds;

/// <summary>
/// The query of a feed's address: <c>lang</c>, <c>area</c>, <c>theme</c>, <c>partner</c>, <c>group</c> (each of these four any number of
/// times), <c>deadlines</c> (<c>yes</c>, <c>no</c>), <c>spans</c> (<c>no</c>), <c>alarm</c> (such as <c>30m</c>). What is not understood is
/// left out: an old address still shows a calendar.
/// </summary>
public static class FeedQuery
{
    /// <summary>Reads a choice.</summary>
    /// <param name="query">Of the request.</param>
    /// <param name="deadlinesByDefault">Whether this feed has deadlines when the query does not mention them.</param>
    public static FeedChoice Read(IQueryCollection query, bool deadlinesByDefault = false)
    {
        var everything = FeedChoice.In(query["lang"].ToString());
        if (query.Count == 0 && !deadlinesByDefault) return everything;
        return everything with
        {
            Areas = Named(query, "area", static name => new AreaId(name)),
            Themes = Named(query, "theme", static name => new ThemeId(name)),
            Partners = Named(query, "partner", static name => new PartnerId(name)),
            Groups = Named(query, "group", static name => new WorkingGroupId(name)),
            Deadlines = query["deadlines"].ToString() switch { "yes" => true, "no" => false, _ => deadlinesByDefault },
            Spans = query["spans"] != "no",
            Alarm = FeedAlarm.TryRead(query["alarm"], out var before) ? before : null,
        };
    }

    /// <summary>The query that means a choice, escaped, without a question mark; empty for everything in Finnish.</summary>
    /// <inheritdoc cref="Read"/>
    public static string Text(FeedChoice choice, bool deadlinesByDefault = false) => choice.ToQuery(deadlinesByDefault);

    private static ValueList<T> Named<T>(IQueryCollection query, string name, Func<string, T> id) =>
        query.TryGetValue(name, out var values) ? values.Where(Slug.IsValid).Select(value => id(value!)).ToValueList() : [];
}
