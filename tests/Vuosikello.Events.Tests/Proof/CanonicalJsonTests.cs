using System.Text;
using Vuosikello.Events.Proof;

namespace Vuosikello.Events.Tests.Proof;

/// <summary>RFC 8785, as far as events need it: what says the same has one form, and what has none is refused.</summary>
public sealed class CanonicalJsonTests
{
    public static TheoryData<string> Files => [.. Samples.ByFile.Keys, .. Samples.Older.Keys, "stamp", "stamp.without-partner"];

    [Theory]
    [InlineData("""{ "b" : 1 , "a" : [ true , null , -7 ] }""", """{"a":[true,null,-7],"b":1}""")]
    [InlineData("""{"fi":"\u00e4\u0026\/","en":"\u2028"}""", "{\"en\":\"\u2028\",\"fi\":\"ä&/\"}")]
    [InlineData("""{"a":"\u0001\u0008\t\n\f\r\u001F\"\\"}""", """{"a":"\u0001\b\t\n\f\r\u001f\"\\"}""")]
    [InlineData("""{"\u0061":{"d":"","c":[]}}""", """{"a":{"c":[],"d":""}}""")]
    [InlineData("""[9007199254740991,-9007199254740991,0]""", """[9007199254740991,-9007199254740991,0]""")]
    [InlineData("\"\\ud83c\\udfa1\"", "\"🎡\"")]
    public void What_says_the_same_has_one_form(string json, string canonical) => Assert.Equal(canonical, Canonical(json));

    [Fact]
    public void Names_stand_in_the_order_of_their_utf_16() =>
        Assert.Equal("{\"\\r\":1,\"1\":2,\"A\":3,\"ö\":4,\"€\":5,\"\U0001F3A1\":6,\"\uFB33\":7}", Canonical("""{"\uFB33":7,"\ud83c\udfa1":6,"€":5,"ö":4,"A":3,"1":2,"\r":1}"""));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("-0")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("\"\\ud83c\"")]
    [InlineData("""{"\udfa1":1}""")]
    [InlineData("")]
    [InlineData("{}{}")]
    [InlineData("""{"a":1,}""")]
    public void What_has_no_one_form_is_refused(string json) => Assert.Throws<NotCanonicalException>(() => Canonical(json));

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Throws<NotCanonicalException>(() => CanonicalJson.Of(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_event_that_there_is_has_a_canonical_form(string file)
    {
        string json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", file + ".json"));

        Assert.Equal(Canonical(json), Canonical(Canonical(json)));
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)));
}
