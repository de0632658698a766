package org.ascertain.archive;

import static org.ascertain.archive.Pinned.pin;

import java.util.List;
import org.ascertain.record.Pin;

/**
 * What the archive's records were when they were last given out, before they grew: whoever kept a
 * checkpoint or an export of one finds it again as the beginning of today's record. A record that
 * is mended gets a line here, with what {@link Pinned} said of it before.
 */
final class OlderPins {

  /** In the order of years, of one election from the shortest on. */
  static final List<Pin> PINS =
      List.of(
          pin("us-president-1788", 37, "uuO+pk6j5mrRFfk81dmMW4xX2E8uwofnGlJDNPEO6LA="),
          pin("us-president-1792", 49, "Zah3muvEliet7AcwbG8Doh0vmM4MZh0syB3X8SAfa5E="),
          pin("us-president-1796", 53, "qhc+60Wz+QPLslsACilXPbe8fSytV4qKdRS3Oilcag8="),
          pin("us-president-1800", 89, "5cY6BDPjEBvxw5SU1qQnbne3vfax6wkJCvCukAeB2fg="),
          pin("us-president-1804", 56, "iR9l480awqBpj5tqBwYMFkG2eIvgu0ESzPwFIuQPUDc="),
          pin("us-president-1808", 55, "tuajqAsXd6tTsleQ7AhN2qrKwwNTnrPpCjdNtFZbVec="),
          pin("us-president-1812", 58, "LOTTdjVw+o7UiMRWxvMD/Micy7MF6m0nMYQpQ0lnRR0="),
          pin("us-president-1816", 62, "C4VqkI9sE9rb4SgcBgeDI9YASZiHkHyzuHJpTisk85A="),
          pin("us-president-1820", 77, "bAC7Ih0kWlDfJHlD9oAqFjc/Q0mZQm79JFjnLoHXaGU="),
          pin("us-president-1824", 96, "FI+U/WollePec8f9mgbya7PuG7hLD7F3RW/mBG2T3AY="),
          pin("us-president-1828", 99, "Hq+Ys97v9LFT6C4yvYzYsmIwOatkdfRu287xOo9Cv8s="),
          pin("us-president-1832", 100, "jdkSOdDGsufDBQwbC9B/4B0snhUs5coNrGnZu769HGU="),
          pin("us-president-1836", 109, "dVQK9EqfkGg8HlJr1VeJwIKc9lwzKmakIwTOqxAw5g4="),
          pin("us-president-1840", 108, "o35uZnWGip18VSIl0eI+MKDe3rD4jBxA5ZthkPGyVXA="),
          pin("us-president-1844", 108, "9L1z2+l+OtVw44qxGeeqxgqQ6y7OLF2IBAMRBfPeicM="),
          pin("us-president-1848", 124, "kVdk107dRgqb39rlw0cTtv7JpQh9VMoBDpadknD+iZk="),
          pin("us-president-1852", 128, "ndnB/frasDy8Q6bGg8iKaeRSOKTgKE2/eul+kba+Hbs="),
          pin("us-president-1856", 129, "u7AKwteZBg4G8execpJYH8BDU2j6oR8Lo/tuhdMsFF4="),
          pin("us-president-1860", 136, "WFh/f/7hFtJjjpi/PL8ruhNO8gxEaiAzfFSEQTSEQlU="),
          pin("us-president-1864", 120, "F2QhL3hPkijWRIxkQy1CWKia4MTHjtjdOEN3szfGaug="),
          pin("us-president-1868", 148, "vW12XWic4v9ldbP53QQ9qZ1PfQglOStkuqR5Vlk3+bU="),
          pin("us-president-1872", 164, "R464TQWdEShZrhGsQBJboWnX+3zUpqc+/Z2kUTsq1qY="),
          pin("us-president-1876", 197, "l4//azuvSYoMk2mZhOkGy114BPSDOGV7xbAo/rnPSR8="),
          pin("us-president-1880", 157, "ErM0Thj2/rqxoXcvQM/ACkdlQOKClSWHDDa5PnertaU="),
          pin("us-president-1884", 157, "Q66wh6KGXypTXeI2n9HtHwKSIL6v6bloJJ135js+g28="),
          pin("us-president-1888", 157, "VJmqzu4NkNz2jxaOdjIIP0uqPK2kNjM4regjCpB59T8="),
          pin("us-president-1892", 181, "Gzhgy5DpiDL+REct6xxvOZtTgFbA1Sr0a3hBP5j422A="),
          pin("us-president-1896", 185, "KIW8wcUorQt2w5h3sEzuVDS3wVFfA8vbRwjFKD971rk="),
          pin("us-president-1900", 185, "dLkHZ0SI5qgJFN1mrJ/zld0obgYK72GMo/Go+rmVILE="),
          pin("us-president-1904", 185, "m9PsKyfLWa8W8LuMe/BXt+ivIt5/94cmNRaqvXUDMfs="),
          pin("us-president-1908", 189, "Uje1v4pQXCHie93sNiT8qN559x3LDcZ75vizahVkV28="),
          pin("us-president-1912", 198, "KWyNeqSM7OHaBPXLKS1pIPLTmHVs4sTcQfLADnt2JT4="),
          pin("us-president-1916", 198, "zlMWFmwQZwm7kq6tlhhEaD35IlUHl9R+mPmpAyiaQ4o="),
          pin("us-president-1920", 197, "VQNt3WZivL4bKJIzoh2UH4JRf0qzreplaPK6XM5PIxk="),
          pin("us-president-1924", 197, "uWaI3r/qM4hFw2yI1oMKH/O6UQVvdggzIgw9sPbjYAk="),
          pin("us-president-1928", 197, "mp+r6RvXbH2X47X2m839ed3YwsZW7ZpWAQCT13Vq51g="),
          pin("us-president-1932", 197, "kCtINln8S94ZovprLJ3EHb7sjpLihNuTGX4wCQ9agD0="),
          pin("us-president-1936", 197, "JMDOsDsU/4OVqAqCfjzwHIhLATk8kbkWU5VQqzeWG9s="),
          pin("us-president-1940", 197, "C/Pf/eXif2rDR6VcC4znMtqGJRxsAoLn/bfBKD83euU="),
          pin("us-president-1944", 197, "trMsgnPTyUQ4UITaOxr1RcCT/tnpmimDON+pV0FbgD4="),
          pin("us-president-1948", 197, "TBZXLJ4Z0uyGzsQ1FSofd/y+aSrSGM89IV8u369xsK8="),
          pin("us-president-1952", 197, "II0seFSext/6zrSLeU/G9ryMNAd5FwctSSboJwWFTvc="),
          pin("us-president-1956", 197, "lGEnQIpllsntfPoAill3cSeTXhVstw2oPtcqbtgBLGM="),
          pin("us-president-1960", 219, "b+6OrklyTZJ45Gk4zOPEelemy9WyesC9qdL4Bl4VXuk="),
          pin("us-president-1964", 209, "UPPga5W71MZU+Z5t0SeMd/MW6HG3Qv2qdvqmiUgVXLQ="),
          pin("us-president-1968", 214, "0XbiE9C9Ab1sdt/pHYUiGBlQIT0oVnkkO4CCvnzilpo="),
          pin("us-president-1972", 209, "uxNSD1ttQaoNgXIegW0sZ09p9KFiceApKZN8wug9EvY="),
          pin("us-president-1976", 209, "qAI0aatvdKCnbPw6v4l0HpyAgkSqF9caBPDOLFcVk1c="),
          pin("us-president-1980", 209, "7o2tDHe6h2ZCPt8p9EywGY/sRLV/15pdD8LcjYUwmbo="),
          pin("us-president-1984", 209, "mydivB6xARFlazR9puRT8TBQIZtNah05B5sQPG65nKA="),
          pin("us-president-1988", 209, "bjbOO0HDcJlMlNBmXMoWjXJqgEbXxkIV9ujqe7QWdPQ="),
          pin("us-president-1992", 209, "2kFYRoPBPrAVEy66wJpPJxl0YuzauEzqvvmF7394iyY="),
          pin("us-president-1996", 209, "C0KGp6tW+ez3Qf4dHZtiUhwjJfnf9tjbtQuvFgwLc/0="),
          pin("us-president-2000", 277, "vGbkt0yk/9wQI0WyqmteaDeN1JKYAf4wBW2Ia9pbEao="),
          pin("us-president-2004", 219, "DQca9ET4ljYxT6QbbyhwZ9zLm5YZW/szwq7fUXWRqJU="),
          pin("us-president-2008", 209, "zqMHsQ/kM/FRmWAF3Mc/uRIrl4NzQ6qBa7VSUWjEtX0="),
          pin("us-president-2012", 209, "gZOk7w7RsSlAF6CSIM4w4Xb9YnZk9ml3tfJESkMYOw0="),
          pin("us-president-2016", 244, "2EeNnaz9+YML0kHWxlP8NuLShBL9/F+IVNcFDHRXSIA="),
          pin("us-president-2020", 13_218, "wifXMZvBzBI/i/zdENT7AltS+4tV3x5w+fVPL3EDr2g="),
          pin("us-president-2024", 3_374, "io5l4nKm/d7YCquIOe5D18XVLP1u4Hd976HtFEWWQnc="));

  private OlderPins() {}
}
