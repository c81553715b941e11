using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.Feeds;

namespace Vuosikello.Web.Tests.Feeds;

public sealed class FeedQueryTests
{
    private static FeedChoice Read(string query, bool deadlines = false) => FeedQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), deadlines);

    [Theory]
    [InlineData("area=b&area=a&theme=t&lang=sv", "lang=sv&area=a&area=b&theme=t")]
    [InlineData("theme=t&area=a&area=a&lang=sv&area=b", "lang=sv&area=a&area=b&theme=t")]
    [InlineData("group=g&partner=p&spans=no&deadlines=yes&alarm=60m", "partner=p&group=g&deadlines=yes&spans=no&alarm=1h")]
    [InlineData("alarm=1440m", "alarm=1d")]
    [InlineData("alarm=90m", "alarm=2h")]
    [InlineData("alarm=1m", "alarm=15m")]
    [InlineData("alarm=12h", "alarm=2h")]
    [InlineData("alarm=14h", "alarm=1d")]
    [InlineData("alarm=28d", "alarm=7d")]
    public void The_same_choice_in_any_order_is_one_choice_with_one_query(string given, string canonical)
    {
        Assert.Equal(canonical, FeedQuery.Text(Read(given)));
        Assert.Equal(Read(canonical), Read(given));
        Assert.Equal(Read(canonical).GetHashCode(), Read(given).GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("lang=xx")]
    [InlineData("deadlines=perhaps&spans=yes&alarm=soon&x=y")]
    [InlineData("alarm=0m")]
    [InlineData("alarm=29d")]
    [InlineData("alarm=-5m")]
    [InlineData("alarm=99999d")]
    [InlineData("area=Not+a+slug&area=")]
    public void What_is_not_understood_is_left_out(string given) => Assert.Equal(FeedChoice.In("fi"), Read(given));

    [Fact]
    public void Deadlines_are_in_or_out_as_the_feed_has_them_unless_the_query_says_otherwise()
    {
        Assert.True(Read("", deadlines: true).Deadlines);
        Assert.False(Read("deadlines=no", deadlines: true).Deadlines);
        Assert.Equal("deadlines=no", FeedQuery.Text(Read("deadlines=no", deadlines: true), deadlinesByDefault: true));
        Assert.Equal("", FeedQuery.Text(Read("deadlines=yes", deadlines: true), deadlinesByDefault: true));
    }

    [Fact]
    public void Everything_that_was_chosen_is_read()
    {
        Assert.Equal(
            new FeedChoice
            {
                Language = "en",
                Areas = [new AreaId("a")],
                Themes = [new ThemeId("t")],
                Partners = [new PartnerId("p")],
                Groups = [new WorkingGroupId("g")],
                Deadlines = true,
                Spans = false,
                Alarm = Duration.FromMinutes(30),
            },
            Read("lang=en&area=a&theme=t&partner=p&group=g&deadlines=yes&spans=no&alarm=30m"));
    }
}
