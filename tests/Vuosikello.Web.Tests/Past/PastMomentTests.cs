using NodaTime;
using NodaTime.Text;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Tests.Past;

public sealed class PastMomentTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 10, 0);

    [Theory]
    [InlineData("2026-09-01T12:00", "2026-09-01T09:00:00Z")]
    [InlineData("2026-01-15T12:00", "2026-01-15T10:00:00Z")]
    [InlineData("2026-09-01T12:00:30", "2026-09-01T09:00:00Z")]
    [InlineData("2026-09-01 12:00", "2026-09-01T09:00:00Z")]
    [InlineData("1.9.2026 klo 12.00", "2026-09-01T09:00:00Z")]
    [InlineData("1.9.2026 9.05", "2026-09-01T06:05:00Z")]
    [InlineData("2026-09-01", "2026-08-31T21:00:00Z")]
    [InlineData("2026-09-01T12:00:00.5Z", "2026-09-01T12:00:00Z")]
    [InlineData("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:00Z")]
    [InlineData("2028-02-29T00:00", "2028-02-28T22:00:00Z")]
    public void A_moment_is_read_as_the_clock_of_Helsinki_shows_it(string typed, string utc) =>
        Assert.Equal(utc, InstantPattern.ExtendedIso.Format(PastMoment.Read(typed)!.Instant));

    [Fact]
    public void A_link_to_what_happened_names_the_first_minute_that_shows_it()
    {
        Assert.Equal(Now, PastMoment.After(Now).Instant);
        Assert.Equal(Now + Duration.FromMinutes(1), PastMoment.After(Now + Duration.FromNanoseconds(100)).Instant);
        Assert.Equal(PastMoment.After(Now + Duration.FromSeconds(59)).Instant, PastMoment.Read(PastMoment.After(Now + Duration.FromSeconds(59)).Text)!.Instant);
    }

    [Theory]
    [InlineData("")]
    [InlineData("eilen")]
    [InlineData("2026-02-29T12:00")]
    [InlineData("2026-09-01T25:00")]
    [InlineData("<script>")]
    public void What_is_no_moment_is_none(string typed) => Assert.Null(PastMoment.Read(typed));

    [Fact]
    public void Of_the_hour_that_comes_twice_the_first_is_meant_and_UTC_tells_them_apart()
    {
        var twice = PastMoment.Read("2026-10-25T03:30")!;
        Assert.Equal((Instant.FromUtc(2026, 10, 25, 0, 30), true, false), (twice.Instant, twice.Twice, twice.Skipped));
        Assert.False(PastMoment.Read("2026-10-25T04:00")!.Twice);
        Assert.Equal(twice.Local, PastMoment.Read("2026-10-25T01:30:00Z")!.Local);
    }

    [Fact]
    public void A_time_that_the_clock_skips_is_the_first_moment_after_the_gap()
    {
        var skipped = PastMoment.Read("2026-03-29T03:30")!;
        Assert.Equal((Instant.FromUtc(2026, 3, 29, 1, 0), new LocalDateTime(2026, 3, 29, 4, 0), true), (skipped.Instant, skipped.Local, skipped.Skipped));
    }

    [Theory]
    [InlineData("2026-09-01T12:00", "at=2026-09-01T12%3A00")]
    [InlineData("1.9.2026 klo 12.00", "at=2026-09-01T12%3A00")]
    [InlineData("2026-03-29T03:30", "at=2026-03-29T03%3A30")]
    public void Addresses_have_it_in_one_way(string typed, string query) => Assert.Equal(query, PastMoment.Read(typed)!.Query);

    [Fact]
    public void What_is_still_to_come_cannot_be_shown_and_this_very_moment_can()
    {
        Assert.Equal(FormProblems.MomentInFuture, AskedMoment.Of("2026-11-22T12:01", Now).Problem!.Code);
        Assert.Equal(Now, AskedMoment.Of("2026-11-22T12:00", Now).Past!.Instant);
        Assert.Equal(FormProblems.NotAMoment, AskedMoment.Of("huomenna", Now).Problem!.Code);
        Assert.Equal(AskedMoment.Now, AskedMoment.Of(" ", Now));
    }
}
