"""Given names that are hardly ever the other sex's: they tell which of a couple is "Mr Obi" and which "Mrs Obi"."""

from __future__ import annotations

from .wordlist import words

MALE = words(
    """
    Aaron Adam Adrian Ahmed Aidan Alan Alasdair Albert Alfred Alistair Allan Andrew Andy Angus Anil Anthony Antonio
    Archie Arthur Barry Ben Benjamin Bernard Bill Billy Bob Boris Brendan Brian Bruce Bryan Callum Calum Carl Carlos
    Cedric Charles Charlie Chris Christopher Clive Colin Craig Cyril Damian Damien Dan Daniel Darren David Dean Declan
    Denis Dennis Derek Desmond Diego Dominic Donald Doug Douglas Duncan Dylan Eamonn Ed Eddie Edgar Edmund Eduardo
    Edward Edwin Eric Ernest Ethan Euan Ewan Felix Fergus Fernando Francisco Frank Fraser Fred Frederick Gareth Gary
    Gavin Geoff Geoffrey George Gerald Gerard Gilbert Giles Giovanni Giuseppe Glenn Gordon Graeme Graham Grant Greg
    Gregory Hamish Hans Harold Harry Hassan Hector Henry Herbert Howard Hugh Hugo Humphrey Iain Ian Ibrahim Igor Imran
    Ivan Ivo Jack Jacob Jacques Jake James Jan-Erik Jason Javier Jean-Pierre Jeff Jeffrey Jeremy Jim Joe John Johnny
    Jonathan Jorge Jose Joseph Josh Joshua Juan Julian Justin Jürgen Karl Keith Ken Kenneth Kevin Kieran Klaus Lachlan
    Lance Laurence Laurent Lawrence Len Leo Leonard Leroy Lewis Liam Lionel Luca Luis Luke Malcolm Marc Marco Marcus
    Mario Mark Martin Matt Matthew Max Michael Mick Miguel Mike Miles Mohamed Mohammad Mohammed Muhammad Murray Nathan
    Neil Nicholas Nick Nigel Noah Noel Norman Oliver Olivier Omar Oscar Owen Pablo Paolo Patrick Paul Pedro Peter Phil
    Philip Philippe Phillip Pierre Rajesh Ralph Ravi Raymond Reginald Rhys Richard Rob Robert Rodney Roger Roland Ron
    Ronald Rory Ross Roy Rupert Russell Ryan Samuel Sanjay Scott Sean Sebastian Sergei Shane Shaun Sidney Simon
    Stanley Stefan Stephen Steve Steven Stewart Stuart Suresh Ted Terence Thomas Tim Timothy Tom Tony Trevor Victor
    Vijay Viktor Vincent Vladimir Walter Warren Wayne Wilfred William Wolfgang Yusuf
    """
)
FEMALE = words(
    """
    Abigail Ada Adele Agnes Aisha Alexandra Alice Alison Amanda Amber Amelia Amina Amy Ana Angela Anita Anjali Ann
    Anna Anne Annette Annie Antonia Astrid Audrey Barbara Beatrice Bernadette Beryl Beth Bethany Betty Beverley Brenda
    Bridget Brigitte Carla Carmen Carol Caroline Carolyn Catherine Cathy Cecilia Celia Charlotte Chiara Chloe
    Christina Christine Claire Clara Clare Claudia Colleen Constance Cynthia Daphne Debbie Deborah Deirdre Denise
    Diana Diane Dolores Donna Doreen Doris Dorothy Edith Edna Eileen Ekaterina Elaine Eleanor Elena Elizabeth Ella
    Ellen Eloise Elsie Emily Emma Enid Erica Esther Ethel Eva Farida Fatima Fay Felicity Fiona Florence Frances
    Francesca Freya Gail Georgina Geraldine Gertrude Gillian Giulia Gladys Gloria Grace Greta Gwen Gwendolyn Hannah
    Harriet Hazel Heather Heidi Helen Henrietta Hilary Hilda Holly Ingeborg Ingrid Irene Irina Iris Isabel Isabella
    Isabelle Isobel Ivy Jacqueline Jane Janet Janice Jennifer Jenny Jessica Jill Joan Joanna Joanne Josephine Joyce
    Judith Judy Julia Julie June Karen Kate Katherine Kathleen Kathryn Katie Katy Kirsten Kirsty Lakshmi Laura Lauren
    Leah Leila Lesley Lilian Lily Linda Lisa Lorna Lorraine Louise Lucia Lucy Ludmila Lydia Lynn Mabel Madeleine
    Maggie Maisie Margaret Maria Marian Marianne Marie Marilyn Marion Marjorie Martha Mary Maud Maureen Maxine Meera
    Megan Melanie Melissa Mildred Millicent Miranda Miriam Moira Molly Monica Monique Muriel Myra Nadia Nancy Naomi
    Natalia Natalie Natasha Nathalie Nicola Nicole Nina Nora Olga Olivia Pamela Patricia Paula Pauline Peggy Penelope
    Penny Petra Philippa Phoebe Phyllis Polly Priscilla Priya Priyanka Rachel Rebecca Rita Rosa Rosalind Rose Rosemary
    Rosie Ruth Sally Samantha Sandra Sara Sarah Sharon Sheila Shirley Sian Siobhan Sofia Sonia Sophia Sophie Stella
    Stephanie Sunita Susan Susanna Suzanne Svetlana Sylvia Sylvie Tamsin Tanya Tara Tatiana Teresa Theresa Tina Tracey
    Tracy Trudy Una Ursula Valerie Vanessa Vera Veronica Victoria Violet Virginia Vivienne Wendy Winifred Yasmin
    Yvonne Zoe
    """
)


def sex_of(given: str) -> str | None:
    """Return "m" or "f" for a given name that tells it, None for any other."""
    first = given.split("-", 1)[0]
    return "m" if first in MALE else "f" if first in FEMALE else None
