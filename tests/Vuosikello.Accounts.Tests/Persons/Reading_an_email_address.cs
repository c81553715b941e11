using Vuosikello.Accounts.Persons;

namespace Vuosikello.Accounts.Tests.Persons;

public sealed class Reading_an_email_address
{
    private static EmailAddress Read(string typed) => EmailAddress.TryRead(typed, out var address) ? address : throw new FormatException(typed);

    [Theory]
    [InlineData("nimi@esimerkki.example", "NIMI@Esimerkki.EXAMPLE")]
    [InlineData("nimi@esimerkki.example", "  nimi@esimerkki.example\n")]
    [InlineData("nimi@esimerkki.example", "nimi@esimerkki.example.")]
    [InlineData("nimi@äänekoski.example", "nimi@xn--nekoski-4waa.example")]
    [InlineData("nimi@äänekoski.example", "nimi@ÄÄNEKOSKI.example")]
    [InlineData("nimi@äänekoski.example", "nimi@a\u0308a\u0308nekoski.example")]
    public void Two_ways_to_write_one_address_are_the_same(string one, string other) => Assert.Equal(Read(one), Read(other));

    [Theory]
    [InlineData("nimi@esimerkki.example", "nimi+vuosikello@esimerkki.example")]
    [InlineData("etu.suku@esimerkki.example", "etusuku@esimerkki.example")]
    [InlineData("nimi@esimerkki.example", "nimi@alue.esimerkki.example")]
    public void Two_mailboxes_stay_two(string one, string other) => Assert.NotEqual(Read(one), Read(other));

    [Fact]
    public void A_domain_is_sent_in_ASCII_and_shown_in_its_own_script()
    {
        var address = Read("Nimi+vk@Äänekoski.example");
        Assert.Equal("Nimi+vk@xn--nekoski-4waa.example", address.Sent);
        Assert.Equal("Nimi+vk@äänekoski.example", address.Shown);
        Assert.Equal("nimi+vk@xn--nekoski-4waa.example", address.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nimi")]
    [InlineData("@esimerkki.example")]
    [InlineData("nimi@")]
    [InlineData("nimi@localhost")]
    [InlineData("nimi@127.0.0.1")]
    [InlineData("nimi@[127.0.0.1]")]
    [InlineData("ni mi@esimerkki.example")]
    [InlineData("nimi@esimerkki..example")]
    [InlineData(".nimi@esimerkki.example")]
    [InlineData("ni..mi@esimerkki.example")]
    [InlineData("nimi@esimerkki.example, toinen@esimerkki.example")]
    [InlineData("Nimi <nimi@esimerkki.example>")]
    [InlineData("nimi@esimerkki.example\r\nBcc: toinen@esimerkki.example")]
    [InlineData("nimı@esimerkki.example")]
    [InlineData("nimi@-esimerkki.example")]
    [InlineData("nimi@\ud800.example")]
    public void What_is_no_address_is_not_taken(string? typed) => Assert.False(EmailAddress.TryRead(typed, out _));

    [Fact]
    public void What_does_not_fit_an_envelope_is_not_taken()
    {
        Assert.False(EmailAddress.TryRead($"{new string('a', 65)}@esimerkki.example", out _));
        Assert.False(EmailAddress.TryRead($"nimi@{string.Join('.', Enumerable.Repeat(new string('a', 60), 5))}.example", out _));
        Assert.False(EmailAddress.TryRead(new string('a', 1_000_000), out _));
    }
}
