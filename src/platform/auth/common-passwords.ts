// Passwords that attackers try first: words people choose, alone and with the endings people add, and runs along the keyboard.

/** `password` is lower case. True for every listed word with any ending of digits and signs, also in leet, and for runs and repetitions. */
export function isCommonPassword(password: string): boolean {
  const bare = password.replace(endings, '');
  const plain = bare.replaceAll(/[@431!0$57]/g, (sign) => leet[sign] ?? sign);
  return whole.has(password) || monotone(password) || isTwice(password) || words.has(bare) || words.has(plain);
}

const leet: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' };

// What is put behind a word to please a rule: digits, years, signs.
const endings = /[0-9]{0,6}[!?.#*_\-@$%&+]{0,3}[0-9]{0,4}[!?.]{0,2}$/;

/** One character over and over, or a run up or down: 11111111, abcdefgh, 87654321. */
function monotone(text: string): boolean {
  const steps = new Set<number>();
  for (let at = 1; at < text.length; at += 1) steps.add(text.charCodeAt(at) - text.charCodeAt(at - 1));
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 9);
}

/** A common word said twice (passpass), or up to four characters over and over (12121212). */
function isTwice(text: string): boolean {
  const half = text.slice(0, text.length / 2);
  return (text.length % 2 === 0 && half + half === text && words.has(half)) || /^(.{1,4})\1+$/.test(text);
}

const words = new Set(
  `password passwort wachtwoord kennwort parola motdepasse contrasena senha passw pass passwd passcode secret geheim geheimnis
welcome welkom willkommen bienvenue benvenuto hello hallo goodbye letmein letmeinnow opensesame sesame access login logon signin
admin administrator root toor sysadmin superuser user username guest gast test tester testing testtest demo default changeme change
qwerty qwertz azerty qwertyuiop qwertzuiop asdfghjkl asdfasdf asdfgh asdf zxcvbnm zxcvbn yxcvbnm qwer qwertyu qwert qazwsx qazwsxedc
iloveyou ilovejesus iloveme loveyou lovely love lover loveme mylove myloves ichliebedich jetaime tequiero
monkey dragon master shadow sunshine princess prinses princesse football voetbal fussball futbol soccer baseball basketball hockey
superman batman spiderman ironman pokemon pikachu starwars startrek jedi skywalker matrix naruto minecraft fortnite roblox
michael michelle jennifer jessica jordan daniel andrew ashley anthony nicole thomas robert william charlie matthew joshua amanda
hannah samantha elizabeth alexander alexandra christian christine benjamin jonathan stephanie patrick richard maria martin peter
andreas stefan sebastian florian tobias johannes lieverd schatje schatz schatzi liebling engel angel angels babygirl baby lovebug
summer winter spring autumn zomer herfst lente sommer herbst fruehling frühling january february march april june july august
september october november december januari februari maart juli oktober januar februar dezember monday tuesday wednesday thursday
friday saturday sunday maandag dinsdag woensdag donderdag vrijdag zaterdag zondag montag dienstag mittwoch donnerstag freitag samstag sonntag
freedom liberty whatever trustno trustnoone computer internet network server windows microsoft google facebook instagram linkedin twitter
amazon samsung apple iphone android nintendo playstation xbox office outlook oracle cisco router switch database mysql postgres
butterfly flower flowers rainbow sunflower chocolate cookie cookies cheese banana orange pepper ginger coffee biscuit pumpkin
ferrari porsche mercedes corvette mustang harley yamaha honda toyota bmw audi volkswagen
liverpool arsenal chelsea manchester united barcelona realmadrid juventus ajax feyenoord bayern dortmund schalke rangers celtic yankees lakers steelers cowboys
amsterdam rotterdam utrecht holland nederland belgie antwerpen berlin hamburg muenchen münchen deutschland london england paris france europe america canada
blahblah nothing something anything everything nobody somebody internet thunder lightning diamond silver golden crystal phoenix eagle falcon tiger lion panther
jesus jesuschrist christ heaven blessed god godisgood church faith hope
killer hunter ranger warrior soldier captain maverick legend hacker gangster player gamer
company firma bedrijf business service services support helpdesk servicedesk tessera itil incident
mustang cowboy junior buster tigger snoopy garfield mickey donald winnie bailey maggie charlie bandit rocky lucky lucy molly daisy sophie bella coco oreo
music guitar piano metallica slipknot nirvana eminem rockstar rocknroll spongebob hellokitty barbie scooby scoobydoo
family familie friends friend forever together mother father mama papa mommy daddy brother sister grandma oma opa
purple yellow orange green blue black white pink red
abc abcd abcde abcdef aabbcc abcabc xyz
q1w2e3r4t5y6 q1w2e3r4 1q2w3e4r 1q2w3e4r5t 1qaz2wsx zaq1zaq1 zaq12wsx qaz`.split(/\s+/),
);

// Not a word with an ending: runs along the keyboard and other fixed forms.
const whole = new Set(
  `1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 zaq12wsx zaq1xsw2 qaz123wsx qazwsx123 !qaz2wsx !qaz@wsx
12qwaszx 123qwe123 123qweasd 123qweasdzxc qwe123qwe qweasdzxc qweasd123 1234qwer qwer1234 asdf1234 asdfghjk asdfjkl; asdfghj1 zxcvbnm1 zxcvasdf poiuytrewq lkjhgfdsa mnbvcxz1
1234567890 0123456789 0987654321 9876543210 123456789a 12345678a a12345678 a123456789 aa123456 aa12345678 abc12345 abcd1234 abc123456 abcd12345 a1b2c3d4 a1b2c3d4e5 1a2b3c4d
147258369 159357456 789456123 741852963 963852741 159753456 123654789 987654321 147852369 456789123 321654987 123321123 112233445566 11223344 1122334455 12344321 123454321 1234554321
12341234 123123123 12121212 10203040 1020304050 13131313 19841984 20002000 20202020 88888888 77777777 69696969 31415926 314159265 27182818 00000001 12345679 123456780 1234567891 12345678910
x1x2x3x4 pa55word p4ssw0rd pa$$word passw0rd p@ssw0rd p@ssword letmein1 trustno1 correcthorsebatterystaple ncc1701d ncc1701e thx1138x blink182 8675309j jordan23
qwerty12 qwerty123 qwertyui qwertyuiop123 1qwertyuiop qwerty!@# !@#$%^&* !@#$%^&*() password! password? admin123 root1234 toortoor welcome1 welkom01 welkom123 wachtwoord1 geheim123 hallo123 passwort1 sommer2024 zomer2024
changeit changeme! default1 guest123 test1234 test12345 testtest1 temp1234 temporary newpass1 newpassword mypassword mypassword1 yourpassword thepassword nopassword passwordpassword`.split(
    /\s+/,
  ),
);
