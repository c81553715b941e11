using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Safety;

namespace Vuosikello.Web.Tests.Safety;

public sealed class Whom_to_believe_who_asked
{
    [Fact]
    public void A_proxy_on_this_machine_and_those_that_the_setting_names()
    {
        var options = Trusting("192.0.2.7, 10.1.0.0/16,2001:db8::1");

        Assert.Contains(IPAddress.Parse("192.0.2.7"), options.KnownProxies);
        Assert.Contains(IPAddress.Parse("2001:db8::1"), options.KnownProxies);
        Assert.Contains(System.Net.IPNetwork.Parse("10.1.0.0/16"), options.KnownIPNetworks);
        Assert.Contains(options.KnownIPNetworks, network => network.Contains(IPAddress.Loopback));
        Assert.Equal(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, options.ForwardedHeaders);
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.1.0.0/33")]
    [InlineData("192.0.2.7;192.0.2.8")]
    public void What_is_no_address_keeps_the_server_from_starting_with_words(string named)
    {
        var wrong = Assert.Throws<WrongSettingException>(() => Trusting(named));

        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
        Assert.True(StartFailure.TryExplain(wrong, out var message, out int code));
        Assert.StartsWith("vuosikello: The setting ReverseProxy:Addresses", message, StringComparison.Ordinal);
        Assert.Equal(StartFailure.WrongSetting, code);
    }

    private static ForwardedHeadersOptions Trusting(string named)
    {
        var options = new ForwardedHeadersOptions();
        ReverseProxy.Trust(options, new ConfigurationBuilder().AddInMemoryCollection([new("ReverseProxy:Addresses", named)]).Build());
        return options;
    }
}
