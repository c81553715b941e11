using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.Tests.Subscribe;

public sealed class Where_programs_are_sent
{
    private static readonly ProgramLinks Secure = new("https://kello.example.org/feeds/jokilaakso.ics?lang=sv&area=ala", "Jokilaakso, Ala – årsklocka");

    [Fact]
    public void Google_is_given_the_whole_address_with_the_scheme_webcal_in_one_parameter() =>
        Assert.Equal("https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fkello.example.org%2Ffeeds%2Fjokilaakso.ics%3Flang%3Dsv%26area%3Dala", Secure.Google);

    [Fact]
    public void Outlook_is_given_the_address_as_it_is_and_a_name_at_one_host_for_work_and_another_for_home()
    {
        const string Query = "/calendar/0/addfromweb?url=https%3A%2F%2Fkello.example.org%2Ffeeds%2Fjokilaakso.ics%3Flang%3Dsv%26area%3Dala&name=Jokilaakso%2C%20Ala%20%E2%80%93%20%C3%A5rsklocka";

        Assert.Equal("https://outlook.office.com" + Query, Secure.OutlookWork);
        Assert.Equal("https://outlook.live.com" + Query, Secure.OutlookPersonal);
    }

    [Fact]
    public void Apple_is_given_webcal_and_Thunderbird_the_secure_one()
    {
        Assert.Equal("webcal://kello.example.org/feeds/jokilaakso.ics?lang=sv&area=ala", Secure.Apple);
        Assert.Equal("webcals://kello.example.org/feeds/jokilaakso.ics?lang=sv&area=ala", Secure.Thunderbird);
        Assert.Equal("webcal://localhost:5080/feeds/jokilaakso.ics", new ProgramLinks("http://localhost:5080/feeds/jokilaakso.ics", "").Thunderbird);
    }

    [Theory]
    [InlineData("https://kello.example.org/", true)]
    [InlineData("https://203.0.113.7/", true)]
    [InlineData("https://[2001:db8::7]:8443/", true)]
    [InlineData("http://localhost:5080/", false)]
    [InlineData("https://palvelin/", false)]
    [InlineData("https://kello.local/", false)]
    [InlineData("https://kello.internal/", false)]
    [InlineData("http://127.0.0.1:5080/", false)]
    [InlineData("http://10.1.2.3/", false)]
    [InlineData("http://172.20.0.1/", false)]
    [InlineData("http://192.168.1.5/", false)]
    [InlineData("http://169.254.1.1/", false)]
    [InlineData("http://[::1]/", false)]
    [InlineData("http://[fe80::1]/", false)]
    [InlineData("http://[fd00::1]/", false)]
    public void It_is_known_whether_programs_of_the_world_can_come(string address, bool isPublic) =>
        Assert.Equal(isPublic, new FeedHost(new Uri(address)).IsPublic);

    [Theory]
    [InlineData(null, "http://kello.example.org:8080/feeds/x.ics?lang=sv")]
    [InlineData("https://vuosikello.example.org", "https://vuosikello.example.org/feeds/x.ics?lang=sv")]
    public void The_setting_goes_before_the_host_of_the_request(string? setting, string expected)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString("kello.example.org:8080"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("PublicAddress", setting)]).Build();

        var host = FeedHost.Of(request, configuration, new FeedSettings(new Uri(setting is null ? "http://localhost:5080/" : setting + "/")));

        Assert.Equal(expected, host.Full("feeds/x.ics?lang=sv"));
    }
}
