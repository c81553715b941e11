using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.Tests.Partnerships;

public sealed class Numbers_of_an_organisation
{
    /// <summary>Made up by the rule itself: weights 7, 9, 10, 5, 8, 4, 2.</summary>
    [Theory]
    [InlineData("0112038-9")]
    [InlineData("1234567-1")]
    [InlineData("0000001-9")]
    [InlineData("0000017-4")]
    public void A_business_id_has_its_check_digit(string id) => Assert.True(BusinessId.IsValid(id));

    [Theory]
    [InlineData("0112038-8")]
    [InlineData("1102038-9")]
    [InlineData("01120389")]
    [InlineData("112038-9")]
    [InlineData("0112038-X")]
    [InlineData("٠١١٢٠٣٨-٩")]
    [InlineData("0000000-0")]
    [InlineData("")]
    [InlineData(null)]
    public void What_has_not_is_none(string? id) => Assert.False(BusinessId.IsValid(id));

    [Fact]
    public void No_digit_fits_where_the_remainder_is_one()
    {
        // 6 times the last weight, 2, is 12; 12 mod 11 is 1.
        var fitting = Enumerable.Range(0, 10).Where(digit => BusinessId.IsValid($"0000006-{digit}"));

        Assert.Empty(fitting);
    }

    [Fact]
    public void One_digit_at_most_fits_any_number()
    {
        for (int number = 1; number < 20_000; number++)
        {
            int fitting = Enumerable.Range(0, 10).Count(digit => BusinessId.IsValid($"{number:0000000}-{digit}"));
            Assert.InRange(fitting, 0, 1);
        }
    }

    [Theory]
    [InlineData("0112038-9", "0112038-9")]
    [InlineData(" 112038-9 ", "0112038-9")]
    [InlineData("01120389", "0112038-9")]
    [InlineData("FI01120389", "0112038-9")]
    [InlineData("0112038–9", "0112038-9")]
    [InlineData("tulossa", "tulossa")]
    [InlineData(" ", null)]
    public void A_business_id_is_read_as_people_write_it(string typed, string? read) => Assert.Equal(read, BusinessId.Read(typed)?.Value);

    [Theory]
    [InlineData("123.456", "123456", "123.456")]
    [InlineData("198 765", "198765", "198.765")]
    [InlineData("42", "42", "42")]
    [InlineData("12 345 678", "12 345 678", "12 345 678")]
    [InlineData("ry", "ry", "ry")]
    public void A_register_number_is_read_and_shown_with_its_dot(string typed, string kept, string shown)
    {
        var number = RegisterNumber.Read(typed);

        Assert.Equal((kept, shown), (number?.Value, number?.ToString()));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1234567", true)]
    [InlineData("12345678", false)]
    [InlineData("0123", false)]
    [InlineData("12a", false)]
    [InlineData(null, false)]
    public void A_register_number_is_up_to_seven_digits(string? number, bool valid) => Assert.Equal(valid, RegisterNumber.IsValid(number));
}
