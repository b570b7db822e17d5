import type { DemoClinic, DemoPatient } from './demo-clinic.ts';

/** Given name, family name, year of birth. */
const english = `Grace Adams 1974, Henry Baker 1952, Ella Brooks-Lane 2006, Jack Carter 1988, Maria Costa 1969, Owen Davis 1993,
Hannah Ellis 2010, Samuel Evans 1961, Nora Flynn 1979, Leo Foster 2015, Ruth Gibson 1944, Isaac Green 1986, Zoe Hall 1999,
Victor Hayes 1957, Amelia Hill 2003, Jorge Ibarra 1976, Claire Jensen 1990, Peter Kowalski 1965, Sarah Lambert 1983,
Miles Lawson 2012, Diane Morris 1950, Kenji Nakamura 1981, Paula Ortiz 1972, Simon Price-Young 1996, Leila Rahimi 1989,
George Sanders 1947, Tina Schultz 1978, Andre Thompson 1992, Megan Turner 2000, Carlos Vega 1967, Joan Walsh 1955,
Ethan Ward 2008, Irene Watts 1962, Noah West 1994, Bonnie Wood 1971`;

const german = `Anja Albrecht 1974, Heinz Arnold 1951, Emma Bauer 2006, Jan Böhm 1988, Maria Conti 1969, Niklas Dietrich 1993,
Lina Engel 2010, Walter Ernst 1960, Petra Franke 1979, Ben Friedrich 2015, Ruth Graf 1943, Sven Günther 1986, Zoe Haas 1999,
Dieter Hahn 1957, Amelie Heinrich 2003, Cem Kılıç 1976, Julia Jung 1990, Piotr Kowalczyk 1965, Sabine Krause 1983,
Finn Lang 2012, Renate Ludwig 1950, Minh Nguyen 1981, Paula Otto 1972, Simon Pohl 1996, Leila Rahimi 1989,
Georg Sauer 1947, Tina Schreiber 1978, Andreas Simon 1992, Marie Sommer 2000, Carlos Vega 1967, Johanna Vogel 1955,
Erik Voigt 2008, Irene Wagner 1962, Noah Winkler 1994, Beate Wolf 1971`;

const read = (list: string, number: (index: number) => string, mail: string): DemoPatient[] =>
  list.split(/,\s/).map((line, index) => {
    const [givenName, familyName, year] = line.split(' ') as [string, string, string];
    const day = `${String((index % 12) + 1).padStart(2, '0')}-${String(((index * 7) % 27) + 1).padStart(2, '0')}`;
    return {
      givenName,
      familyName,
      birthDate: `${year}-${day}`,
      phoneNumber: number(index + 1),
      email: `patient${index + 1}@${mail}`,
    };
  });

const twoDigits = (index: number): string => String(index).padStart(2, '0');

/**
 * People who only fill the book, so that nobody has a visit every other day: as many as make a prime number with the
 * others, because then the planned days give nobody the same hour again a week later. They have no telephone on the page
 * of telephones; the sandbox takes what is sent to them.
 */
export const morePatients = ({ language }: DemoClinic): DemoPatient[] =>
  language === 'en'
    ? read(english, (index) => `+177355501${twoDigits(index)}`, 'mail.example')
    : read(german, (index) => `+4930231251${twoDigits(index)}`, 'post.example');
