"""Given names: which capitalised words are known to be somebody's first name.

The American ones are the commoner names of the 1990 census (United States Census Bureau, public domain); the rest were
added by hand, from the British Isles, Europe, Latin America, South Asia, West and Southern Africa, Japan and Oceania.
Left out on purpose: names that people are called by after "Mr" where they come from (Malay, Indonesian, Thai, Burmese,
Icelandic, Ethiopian, much of the Arab world), because a check that says "that is a given name" would be wrong of them.
"""

from __future__ import annotations

from .wordlist import words

GIVEN = words(
    """
    Aad Aagot Aaliyah Abbey Abbie Abby Abe Abel Abena Abhishek Abigail Abner Abraham Abram Ada Adaeze Adair Adalberto
    Adam Adan Addie Ade Adebayo Adela Adelaida Adele Adelina Adeline Adell Aditi Aditya Adolfo Adolph Adriaan Adrian
    Adriana Adriane Adrianna Adrianne Adrienne Adán Aeneas Afonso Agata Agatha Agnes Agneta Agnieszka Agustin Agustín
    Aida Aidan Aiden Aiko Ailbhe Aileas Aileen Ailsa Aimee Aine Aino Ainsley Ainslie Aisha Aisling Aislinn Ajay Akash
    Akira Akosua Aksel Akua Al Alain Alaina Alan Alana Alanna Alannah Alasdair Alastair Alba Albane Albert Alberto
    Albina Alda Alden Aldo Alec Alecia Aled Alejandra Alejandro Aleksandar Aleksander Aleksandr Aleksandra Aleksei
    Alene Alesha Alesia Alessandra Alessandro Alessia Alessio Aleta Aletha Alex Alexa Alexander Alexandr Alexandra
    Alexandre Alexandros Alexei Alexey Alexis Alfie Alfio Alfonso Alfonzo Alfred Alfreda Alfredo Alicia Alicja Alin
    Alina Aline Alisa Alisha Alison Alissa Alistair Alister Allan Allen Allene Allie Allison Allyson Alma Alois Alok
    Alonso Alonzo Alphonse Alphonso Alta Altagracia Althea Alton Alun Alva Alvaro Alvin Alvina Alyce Alys Alyson
    Alyssa Amado Amalia Amanda Amandine Amar Amara Amber Ambrose Amedeo Amelia Amelie Ami Amie Amit Amita Amitabh Amos
    Amparo Amrit Amy Ana Anabel Anand Ananya Anastasia Anatoly Anders Anderson Andra Andras Andre Andrea Andreas
    Andrei Andrej Andres Andrew Andrey Andria Andriy Andrzej András Andrés Andy Anette Aneurin Ange Angela Angelia
    Angelica Angelina Angeline Angelique Angelita Angelo Angelos Angharad Angie Angus Anh Anibal Anika Anikó Anil
    Anissa Anita Anja Anjali Ankit Ann Anna Anna-Lena Annabel Annabelle Annalisa Annamarie Anne Annegret Anneliese
    Annemarie Annetta Annette Annie Annika Annmarie Anoop Anouk Ansel Ansje Anthea Anthony Antione Antionette Antoine
    Antoinette Anton Antone Antonela Antonella Antonette Antonia Antonino Antonio Antonis Antony Antti Antwan Antônio
    Anupam Anushka Anzhela Aníbal Aodhan Aoife Aparecida Aparna Araceli Aracely Archibald Archie Arden Ardis Ardith
    Arend Aretha Ariana Arianna Arie Ariel Arjen Arjun Arkady Arleen Arlen Arlene Arlie Arline Arlo Armand Armando
    Armida Arnaud Arne Arnold Arnoldo Arnulfo Aroha Aron Arron Arsenio Artem Arthur Artie Arturo Artyom Arun Aruna
    Arvel Arvid Arvind Arwel Arwyn Asa Asbjørn Asha Ashlee Ashleigh Ashley Ashok Ashraf Ashton Ashwin Astrid Athena
    Athol Athole Attila Atul Aubrey Audra Audrey Augie Augustine Aulay Aura Aurelia Aurelie Aurelien Aurelio Aurélie
    Aurélien Ava Avery Avinash Avis Axel Ayesha Ayla Ayman Ayo Ayodele Ayrton Ayumi Babatunde Babita Bairbre Balázs
    Bambi Banjo Baptiste Barb Barbara Barbie Barbra Barbro Barnaby Barney Barrett Barrie Barry Bart Bartholomew Barton
    Bartosz Bartłomiej Bas Bashar Basil Bastian Bea Beata Beathag Beatrice Beatrix Beatriz Beau Beauden Bec Becca
    Becky Bede Bedwyr Bedřich Belen Belinda Bella Belle Belva Belén Ben Benazir Bence Benedetta Benedict Bengt Benita
    Benito Benjamin Bennett Bennie Benny Benoit Benoît Benton Beppe Bernadette Bernadine Bernard Bernardo Bernd
    Bernhard Bernice Bernie Berniece Bernita Bert Berta Bertha Bertie Bertram Bertrand Beryl Bess Bessie Beth Bethan
    Bethany Betsy Bette Bettie Bettina Betty Bettye Beulah Bev Beverley Bharat Bhavna Bianca Bilal Bill Billie Billy
    Bindi Binyamin Birdie Birger Birgit Birgitta Bjorn Björn Blaine Blair Blaise Blake Blanca Blanch Boaz Bob Bobbi
    Bobbie Bobby Bodil Bogdan Bogusław Bohdan Bohumil Bojan Bola Bonita Bonnie Bonny Booker Boris Borut Boudewijn
    Boyce Boyd Bozo Boško Bożena Božena Brad Bradley Bradly Brady Bram Branden Brandi Brandie Brandon Branimir Branko
    Brant Branwen Brayden Breandán Breanna Bree Brenda Brendan Brendon Brenna Brent Brenton Bret Brett Brian Briana
    Brianna Brianne Brice Brid Bridget Bridgett Bridgette Bridie Brigette Brigitte Briony Britney Britt Britta
    Brittani Brittany Brittney Brock Broderick Brodie Brody Bronagh Bronte Bronwen Bronwyn Brooke Brooks Bruce Bruna
    Bruno Bryan Bryant Bryce Bryn Bryon Bryony Bríd Buddy Buford Burl Burt Burton Byron Béatrice Béla Bénédicte
    Bérénice Börje Cadfael Caetano Cai Caio Caitlin Caitlyn Caleb Callie Callum Calum Calvin Cam Camelia Cameron
    Camila Camilla Camille Camilo Candace Candelaria Candi Candice Candida Candy Caoilfhionn Caoimhe Cara Caradog
    Caren Carey Cari Caridad Carina Carine Carissa Carl Carl-Henrik Carla Carleen Carlene Carlo Carlos Carlota
    Carlotta Carlton Carly Carman Carmel Carmela Carmelita Carmella Carmelo Carmen Carmine Carol Carola Carole Carolee
    Caroline Carolyn Carrie Carrol Carroll Carson Carsten Carter Carwyn Cary Caryl Caryn Carys Casandra Casey Caspar
    Casper Cassandra Cassie Catalina Catarina Cate Caterina Cathal Catharine Catherine Cathie Cathleen Cathrine
    Cathryn Cathy Catina Catrin Catrina Catriona Cayetana Cecelia Cecil Cecile Cecilia Cecily Cecília Cedric Cedrick
    Cees Cefin Ceinwen Ceiri Celeste Celestine Celia Celina Celine Ceri Ceridwen Cerys Cesar Cesare Chadwick Chanda
    Chanel Chantal Chantel Chantelle Charis Charisse Charla Charleen Charlene Charles Charley Charlie Charline
    Charmaine Chas Chasity Chastity Chauncey Chaz Chelsey Chelsie Cheri Cherie Cherly Cherry Cheryl Cheryle Chet
    Chetan Chi Chiara Chidi Chidinma Chihiro Chika Chima Chimamanda Chinedu Chinwe Chioma Chip Chiquita Chloe Chloé
    Chris Chrissie Chrissy Christa Christal Christelle Christen Christi Christiane Christie Christin Christina
    Christine Christoper Christoph Christophe Christopher Christos Christy Chrystal Chuck Chukwuma Ciara Ciaran Ciarán
    Cillian Cindi Cindy Cinthia Cinzia Ciprian Clair Claire Clara Clare Clarence Clarice Clarissa Clark Claud Claude
    Claudette Claudia Claudine Claudio Claus Clay Clayton Clem Clement Clemente Clementine Cleo Cletus Cleve Cleveland
    Cliff Clifford Clifton Clint Clinton Clive Clodagh Clyde Cláudia Clémence Clément Codruța Cody Colby Cole Coleen
    Coleman Colette Colin Colleen Collette Collin Colm Colton Conall Conan Concepcion Concetta Connie Connor Conor
    Conrad Constance Constantin Consuelo Cora Coralie Coraline Cordelia Cordell Corentin Corey Cori Corina Corine
    Corinna Corinne Cormac Cornelia Corneliu Cornelius Cornell Corrado Corrie Corrine Cortez Cortney Cory Cosimo
    Cosmin Costin Courtney Coy Craig Cressida Cristal Cristi Cristian Cristiano Cristina Cristine Cristobal Cristopher
    Cristovão Cristy Cristóbal Crystal Csaba Cuan Curt Curtis Cynthia Cyril Cyrille Cyrus Czesław Cássio Cândido
    Cécile Cédric Célio César Călin Daan Dacian Dafydd Dag Dagmar Dai Daisuke Daisy Daithi Dale Dalia Dalibor Dalton
    Damaris Damian Damien Damion Damir Damon Dan Dana Dane Danelle Danette Dani Danial Daniel Daniela Daniele Daniella
    Danielle Daniil Danijel Danilo Danita Danna Dannie Danny Dante Danuta Daphne Dara Darcey Darci Darcie Darcy Darell
    Daren Daria Darin Dario Darius Dariusz Darko Darla Darleen Darlene Darnell Daron Darragh Darrel Darrell Darren
    Darrick Darrin Darron Darryl Darwin Daryl Dave David Davide Davina Davis Davor Dawid Dawn Dawna Dayna DeShawn
    Deaglan Dean Deana Deandre Deangelo Deann Deanna Deanne Dearbhla Deb Debbie Debby Debi Debora Deborah Debra Debrah
    Declan Dee Deena Deepa Deepak Deepika Deian Deidra Deidre Deiniol Deirdre Dejan Del Delbert Delfina Delia Delilah
    Dell Della Delma Delmar Delmer Delois Delores Deloris Delphine Delyth Demarcus Demetria Demetrius Dena Denice
    Denis Denise Dennis Denny Denys Deon Derek Derick Dermot Derrick Deshawn Desiree Desmond Dessie Devi Devin Dewayne
    Dewey Dewi Dewitt Dex Dexter Dezső Dhruv Dian Diana Diane Diann Dianna Dianne Diarmaid Diarmuid Dick Didier
    Diederik Diego Dieter Dietmar Diletta Dilip Dillon Dilma Dilys Dimitri Dimitrios Dimitris Dimitry Dina Dinah
    Dinesh Dino Diogo Dion Dionne Dirk Divya Dixie Dmitri Dmitry Dmytro Dollie Dolly Dolores Dom Domenic Domenico
    Dominga Domingo Dominic Dominick Dominik Dominique Don Dona Donal Donald Donatella Donato Donita Donn Donna
    Donnacha Donncha Donnell Donnie Donny Donovan Donte Dora Dorcas Doreen Dorene Doretha Dori Dorian Dorinda Doris
    Dorota Dorothea Dorothy Dorris Dorsey Dortha Dorthy Dottie Doug Dougal Douglas Douglass Dovie Doyle Dragan Dragoș
    Drew Duane Dubravka Dudley Dulce Duncan Dustin Dusty Dušan Duško Dwain Dwayne Dwight Dyfan Dyfed Dylan Dympna
    Dáithí Débora Eadaoin Eamon Eamonn Eanna Earle Earlene Earline Earnest Earnestine Ebba Ed Eddie Eddy Edgar Edgardo
    Edie Edin Edison Edith Edmond Edmund Edmundo Edna Edo Edoardo Edouard Edson Eduard Eduarda Eduardo Edward Edwardo
    Edwin Edwina Edyta Edythe Eelco Eero Effie Efrain Efraín Efren Efua Egon Ehud Eifion Eija Eiji Eileen Eilidh Eilis
    Eimear Einar Eino Eirlys Eithne Ekaterina Ekow Elaina Elaine Elba Elbert Elda Elden Eldon Eldridge Eleanor
    Eleanore Eleftherios Elena Eleni Elenor Eleonora Eleri Elfed Elfriede Eli Elia Eliane Elias Elida Elijah Elin
    Elina Elinor Elio Elisa Elisabeth Elisabetta Elise Eliseo Elisha Elissa Eliza Elizabeth Elizebeth Eliška Elke Ella
    Elle Ellen Ellie Ellinor Elliot Elliott Ellis Ellsworth Elma Elmer Elmo Elnora Elodie Eloisa Eloise Elouise Eloy
    Elroy Els Elsa Elsie Elske Elspeth Elton Eluned Elva Elvia Elvin Elvira Elvis Elwood Elyse Elżbieta Emanuel
    Emanuela Emanuele Embla Emeka Emer Emi Emil Emile Emilia Emiliano Emilie Emilio Emily Emir Emlyn Emma Emmanuel
    Emmanuelle Emmett Emmitt Emory Emrys Emyr Ena Enda Endaf Endre Enfys Enid Enoch Enrica Enrico Enrique Enriqueta
    Enzo Eoghan Eoin Erasmo Eric Erica Erich Erick Ericka Erik Erika Erin Erlinda Erling Erma Erna Ernest Ernestina
    Ernestine Ernesto Ernie Ernst Errol Ervin Erwin Eryl Erzsébet Esa Esme Esmeralda Espen Esteban Estefanía Estela
    Estella Estelle Ester Esther Etain Ethan Ethel Etienne Etta Ettore Euan Eugen Eugene Eugenia Eugenio Eula Eulalia
    Eunice Eurig Eurwen Eusebio Eva Evan Evangelina Evangeline Evangelos Eve Evelyn Everett Everette Evert Evette
    Evgeni Evgenia Evgeny Evie Evo Evonne Ewa Ewan Ewen Eyvind Ezekiel Ezequiel Ezra Fabian Fabiana Fabien Fabienne
    Fabio Fabiola Fabrice Fabrizio Facundo Fahrudin Faisal Faith Fannie Fanny Farah Farhan Farida Farooq Farquhar
    Farrah Fatima Faustino Fausto Fawn Fay Faye Fearghal Fearghas Federica Federico Felecia Felicia Felicita Felicitas
    Felicity Felipa Felipe Felisha Felix Felton Femi Femke Fenella Ferdia Ferdinand Ferenc Fergal Fergus Fermin Fermín
    Fernanda Fernando Feroz Ferry Ffion Fiachra Fidel Fidelma Filiberto Filip Filippo Filomena Finbar Fingal Finlay
    Finn Fintan Fiona Fionn Fionnuala Fiorella Flaminia Flavia Flavio Fletcher Fleur Flor Flora Florencio Florent
    Florentino Florian Florine Floris Flossie Floy Floyd Flávio Folake Forrest Fran Frances Francesca Francesco
    Francine Francis Francisca Franciszek Franck Franco Francois Francoise Frank Frankie Franklin Franklyn Frans
    František Franz François Françoise Fred Freda Freddie Freddy Frederic Frederick Frederik Fredric Fredrick Freek
    Freeman Freida Freya Frida Frieda Friedrich Fritz Frode Frédéric Fumiko Fumio Funmi Fyodor Fábio Fátima Gabby
    Gabor Gabriel Gabriela Gabriele Gabriella Gabrielle Gaetano Gail Galen Galina Gamal Gareth Garfield Garland Garnet
    Garret Garrett Garry Garth Gary Gaspard Gaston Gaurav Gautam Gauthier Gavin Gaye Gayla Gayle Gaylord Gaz Gaël
    Gaëlle Gearoid Geert Geertje Geir Gemma Gena Genaro Gene Genevieve Geneviève Gennady Gennaro Genny Genoveva Geoff
    Geoffrey George Georges Georgette Georgi Georgiana Georgianna Georgie Georgina Georgios Geraint Gerald Geraldine
    Geraldo Gerallt Gerard Gerardo Gerda Gergely Gerhard Geri Germaine Gerri Gerrit Gerry Gert Gertie Gertrud Gertrude
    Gerónimo Gethin Getúlio Gheorghe Ghislaine Giacinto Giacomo Giada Giampaolo Giancarlo Gianfranco Gianluca
    Gianmarco Gianni Gianpiero Gideon Gigi Gil Gilbert Gilberto Gilda Giles Gilleasbuig Gilles Gillian Gilmar Gina
    Ginevra Ginger Ginny Gino Giordano Giorgia Giorgio Giorgos Giovanna Giovanni Girish Girolamo Gisela Giselle Gita
    Giulia Giuliana Giuliano Giulio Giuseppe Giustino Gladys Glen Glenda Glenn Glenna Glenys Gloria Glyn Gobnait
    Godfrey Goldie Gonzalo Gonçalo Gopal Goran Gordon Govind Grace Gracie Graciela Graeme Graham Graig Grainne Grant
    Granville Grayson Grażyna Greg Gregg Gregor Gregoria Gregorio Gregory Greig Greta Gretchen Griff Grigory Griselda
    Gro Grover Gruff Gruffudd Gruffydd Grzegorz Gráinne Grégoire Gudmund Gudrun Guglielmo Guido Guilherme Guillaume
    Guillermina Guillermo Gunhild Gunilla Gunnar Gunter Gunvor Guri Gurpreet Gus Gussie Gustav Gustavo Guto Guus
    Guénolé Gwen Gwenaël Gwenda Gwendal Gwendolyn Gwenllian Gwilym Gwion Gwydion Gwyn Gwyneth Gwynfor Gyorgy Gyula
    György Gábor Gérard Göran Günter Haider Hailey Hakan Hal Haley Halina Hallie Halvard Halvor Hamid Hamish Hamza
    Hana Hank Hanna Hannah Hanne Hanneke Hannelore Hannes Hannu Hans Harald Harish Harjit Harlan Harland Harley Harmon
    Harold Haroon Harpreet Harri Harriet Harriett Harriette Harris Harrison Harry Harsh Haruka Haruki Haruto Harvey
    Hattie Haydee Hayden Hayley Haywood Hazel Heath Heather Hector Hedda Heddwyn Hedley Hedvig Hefin Heidi Heike
    Heikki Heiko Hein Heiner Heinrich Heinz Heitor Helder Heledd Helen Helena Helene Helga Helge Helle Hellen Helmi
    Helmut Hema Hemi Henk Henning Henri Henrietta Henrik Henrique Henry Herb Herbert Heriberto Herlinda Herman Hermann
    Hermelinda Herminia Hermione Hernan Hernán Herschel Hershel Herve Hervé Hester Heulwen Hideki Hideo Hilario Hilary
    Hilda Hilde Hildegard Hillary Hilton Hina Hipolito Hiram Hiroki Hiroko Hiromi Hiroshi Hisashi Hobert Holli Hollie
    Hollis Holly Homer Hone Honor Honoré Hope Horace Horacio Horia Horst Hortencia Hortense Hosea Hosni Howard Howie
    Hoyt Hrvoje Hryhoriy Hubert Huey Hugh Hugo Huguette Humberto Humphrey Humza Huub Huw Hyman Hywel Håkan Hélio
    Hélène Iain Ian Ianto Ichiro Ida Idella Idris Iestyn Ieuan Ifan Ifeanyi Ifeoma Ifor Ignacio Igor Ihor Ike
    Ikechukwu Iker Ila Ilaria Ildikó Ileana Ilene Ilkka Illtyd Ilmari Ilona Ilse Ilya Ima Imelda Imogen Imogene Imran
    Imre Ina Indira Ineke Ines Inez Inga Inge Ingeborg Ingela Inger Ingmar Ingo Ingrid Ingvar Inmaculada Inna Innes
    Inácio Inés Ioan Ioana Ioannis Iola Iolo Iona Ione Iorwerth Ippolito Ira Iracema Irene Irina Iris Irma Irv Irvin
    Irvine Irving Irwin Iryna Isaac Isabel Isabell Isabella Isabelle Isadora Isaiah Isaias Isao Iseult Ishbel Isiah
    Isidro Isla Islwyn Ismael Ismene Isobel Isreal Issac Istvan István Iulia Iva Ivan Ivana Ivano Ivete Ivette Ivica
    Ivo Ivonne Ivor Ivy Iván Iwan Iwona Izabela Izzy Jaakko Jaap Jacco Jacek Jacinto Jack Jackie Jacklyn Jaclyn Jacob
    Jacoba Jacque Jacquelin Jacqueline Jacquelyn Jacques Jacqui Jacquline Jada Jade Jadranka Jadwiga Jae Jagdish Jago
    Jai Jaime Jaimie Jair Jake Jakob Jakub Jamaal Jamar Jame Jamel James Jamesina Jamey Jami Jamie Jamil Jamila
    Jamison Jan Jana Janaína Jane Janeen Janek Janel Janell Janelle Janet Janette Janez Janice Janie Janina Janine
    Janis Janna Janne Jannette Jannie Janos Jantje Janusz Jaqueline Jared Jarek Jari Jarl Jarmo Jarod Jaromír Jaroslav
    Jaroslava Jarosław Jarrad Jarrah Jarred Jarrett Jarrod Jarryd Jarvis Jasmin Jasmine Jasna Jason Jasper Jasprit
    Jaswinder Jatin Javed Javier Jaxon Jay Jaya Jayant Jayce Jayden Jayme Jayne Jayson Jc Jean Jean-Baptiste
    Jean-Charles Jean-Christophe Jean-Claude Jean-Francois Jean-François Jean-Jacques Jean-Louis Jean-Luc Jean-Marc
    Jean-Marie Jean-Michel Jean-Noel Jean-Noël Jean-Paul Jean-Philippe Jean-Pierre Jean-Yves Jeana Jeane Jeanetta
    Jeanette Jeanie Jeanine Jeanna Jeanne Jeannette Jeannie Jeannine Jed Jeff Jefferey Jefferson Jeffery Jeffrey
    Jeffry Jelena Jelle Jemima Jemma Jen Jena Jenelle Jenifer Jeniffer Jenna Jennette Jenni Jennie Jennifer Jenny Jens
    Jerald Jeramy Jere Jeremiah Jeremy Jeri Jermaine Jeroen Jerold Jerome Jeromy Jerrell Jerri Jerrie Jerrod Jerrold
    Jerry Jerzy Jesica Jesper Jess Jesse Jessica Jessie Jet Jethro Jett Jewell Jide Jill Jillian Jim Jimena Jimmie
    Jimmy Jiri Jiro Jiří Jo Joachim Joakim Joan Joana Joanie Joann Joanna Joanne Joao Joaquim Joaquin Joaquín Jocelyn
    Jochen Jock Jodi Jodie Jody Joe Joel Joelle Joellen Joep Joerg Joesph Joey Johan Johann Johanna Johannes John
    Johnathan Johnathon Johnie Johnna Johnnie Johnny Johnson Joke Jolanta Joleen Jolene Jon Jonah Jonas Jonathan
    Jonathon Joni Jonnie Jonny Jonty Joop Joost Jop Jordi Jordon Jorg Jorge Joris Jos Jose Josef Josefa Josefina
    Joseph Josephina Josephine Josette Josh Joshua Josiah Josie Josip Jospeh Joss Josue Josué José Joséphine Jouni
    Jovan Jovita Joy Joyce Joycelyn Jozsef João Joël Juan Juana Juanita Judd Jude Judi Judit Judith Judson Judy
    Juergen Juha Jukka Jules Juli Julia Julian Juliana Julianna Julianne Julie Julien Juliet Juliette Julio Julius
    Julián Junichi Junichiro Jurgen Jurriaan Jussara Jussi Justin Justina Justine Justyna Jutta Jyoti Jyrki János
    Jérôme József Jörg Jörgen Jørgen Júlia Júlio Jürgen Kaarina Kacper Kade Kael Kaelan Kai Kaija Kaitlin Kaitlyn Kaj
    Kala Kalani Kamal Kamala Kami Kamil Kamila Kaori Kapil Kara Karan Kareem Kareena Karel Karen Kari Karin Karina
    Karine Karissa Karl Karla Karol Karolina Karolyn Karon Karrie Karsten Karyn Kasey Kashif Kasia Kaspar Kasper
    Kassandra Kat Katalin Katarina Katarzyna Kate Katelyn Katerina Kateryna Katharina Katharine Katherine Katheryn
    Kathi Kathie Kathleen Kathrin Kathrine Kathryn Kathy Katie Katina Katja Katrin Katrina Katrín Katy Katya Kavita
    Kay Kaye Kayla Kayleigh Kazimierz Kazuo Keane Keanu Keegan Keeley Keely Keenan Kees Keiko Keir Keisha Keisuke
    Keith Kelechi Kelley Kelli Kellie Kelly Kelsey Kelvin Kemi Ken Kendall Kendra Kendrick Keneth Kenichi Kenji
    Kenneth Kennith Kenny Kenta Kenton Kenzo Keri Kermit Kerri Kerrie Kerry Kerstin Kesha Keshia Keven Kevin Kia
    Kieran Kieth Kim Kimberlee Kimberley Kimberly Kimmo Kinga Kip Kira Kiran Kirby Kirill Kirk Kirra Kirsi Kirsteen
    Kirsten Kirstie Kirstin Kirsty Kisha Kishore Kit Kitty Kiyoshi Kjell Kjersti Kjetil Klaas Klara Klaus Knut Kobe
    Koby Koen Kofi Koichi Koji Kojo Kolinda Konrad Konstantin Konstantinos Koos Korey Kori Kory Kostas Kraig Krešimir
    Kris Krista Kristal Kristen Kristi Kristian Kristie Kristin Kristina Kristine Kristof Kristofer Kristoffer
    Kristopher Kristy Krisztina Krystal Krystle Krystyna Krzysztof Kumiko Kunal Kurt Kurtis Květa Kwabena Kwadwo Kwaku
    Kwame Kwasi Kwesi Kyla Kyle Kylie Kynan Kyra Kyriakos Kálmán Kåre LaToya Lacey Lachlan Lachy Lacie Lacy Ladislav
    Ladonna Laetitia Laila Lais Lajos Lakeisha Lakesha Lakeshia Lakisha Lakshmi Lalit Lamar Lamberto Lamont Lana Lance
    Landon Lanny Laquita Lara Larissa Larry Lars Larysa Lashanda Lashawn Lashonda Lasse Laszlo Lata Latanya Latasha
    Latisha Latonia Latonya Latosha Latoya Latrice Latricia Laura Laureen Lauren Laurence Laurens Laurent Laurențiu
    Lauretta Laurette Lauri Laurie Lavern Laverne Lavina Lavon Lavonne Lawanda Lawerence Lawrence Lawrie Layla LeBron
    Lea Leah Leandro Leann Leanna Leanne Leatrice Lech Lee Leeann Leela Leena Leif Leigh Leila Leilani Leisa Lela
    Leland Lelia Lemuel Len Lena Lenard Lenka Lennart Lenny Lenora Lenore Leo Leola Leon Leona Leonard Leonardo Leone
    Leonel Leonid Leonie Leonor Leonora Leopold Leopoldo Leora Leota Lerato Leroy Les Lesa Lesley Leslie Lessie Lester
    Lesya Leszek Leta Letha Leticia Letitia Letizia Lettie Letícia Lev Levente Levi Lewis Lex Lia Liam Lianne Libby
    Libor Lida Lidia Liesl Lila Lili Lilia Lilian Liliana Lillian Lillie Lilly Lily Lina Linda Lindiwe Lindsay Lindsey
    Lindy Linnea Linnie Linnéa Lino Linus Linwood Lionel Lisa Lisbet Lisbeth Lise Lisette Lissette Liv Livia Liviu Liz
    Liza Lizabeth Lizbeth Lizette Lizzie Ljubo Lleucu Llew Llinos Lloyd Llyr Lodewijk Loes Logan Lois Lola Lolita Lon
    Lona Lonnie Lonny Lope Lora Loraine Lorcan Lorella Loren Lorena Lorene Lorenza Lorenzo Loretta Lori Lorie Lorine
    Loris Lorna Lorne Lorri Lorrie Losa Lothar Lotta Lottie Lou Louann Louella Louie Louis Louisa Louise Lovie Lovisa
    Lowell Lowri Loyd Loïc Luana Luann Luanne Lubomir Lubomír Luboš Luc Luca Lucas Lucia Lucian Luciana Luciano Lucie
    Lucien Lucienne Lucila Lucile Lucille Lucinda Lucio Lucius Lucretia Lucy Lucía Ludivine Ludmila Ludovic Ludovica
    Ludvig Ludvík Ludwig Luella Luigi Luis Luisa Luiz Luka Lukas Lukasz Luke Lukáš Lula Lulu Luned Lupe Lura Luther
    Lutz Luz Luís Lydia Lyle Lyman Lyn Lynda Lyndon Lyndsey Lynette Lynn Lynne Lynnette Lynsey Lynwood Lyubov Lyudmila
    László Lázaro Léa Léo Léon Lúcia Ma Maarit Maarten Maarten-Jan Mabel Mable Mabli Mac Macarena Macca Maciej Mack
    Mackenzie Macsen Macy Maddalena Maddie Maddy Madeleine Madeline Madelyn Madge Madhav Madhu Madog Madonna Mads Mae
    Maeve Magda Magdalena Magdalene Maggie Magnolia Magnus Mags Mahesh Maija Maire Mairead Mairi Maja Majella Majorie
    Makoto Maksim Maksym Malachy Malcolm Malcom Maldwyn Malgorzata Malia Malin Malinda Malissa Mallory Malvina Mamie
    Manaia Mandi Mandla Mandy Manfred Manish Manisha Manjit Manmohan Manoel Manoj Manon Mansoor Manuel Manuela Mara
    Maranda Marc Marcel Marcela Marcelina Marceline Marcelino Marcella Marcelle Marcello Marcellus Marcelo Marci
    Marcia Marcie Marcin Marco Marcos Marcus Marcy Mared Marek Maren Marg Margaret Margareta Margarette Margarita
    Margarito Margaux Marge Margery Margie Margit Margo Margot Margret Margrethe Marguerite Mari Maria Mariah Mariam
    Marian Mariana Mariann Marianna Marianne Mariano Maribel Maricarmen Maricela Marie Marie-Claire Marie-Louise
    Marieke Mariella Marielle Marietta Marija Marijan Marijke Marijn Mariko Marilee Marilyn Marilynn Marina Mario
    Marion Marisa Marise Marisela Marisol Marissa Marit Marita Maritza Marius Mariusz Mariya Marián Marjatta Marjolein
    Marjorie Marjory Mark Markku Marko Markus Marla Marlena Marlene Marli Marlin Marloes Marlon Marlyn Marlys Marlène
    Marnie Marquerite Marquise Marquita Marsaili Marsha Marta Marten Martha Marti Martijn Martin Martina Martine Marty
    Martyn Martín Marv Marva Marvel Marvin Mary Maryam Maryann Maryanne Marybeth Maryellen Maryjane Marylin Marylou
    Maryna Marzena Marzia María Marília Masahiro Masako Masao Massimiliano Massimo Mat Matej Mateja Mateo Mateusz
    Matheus Mathew Mathias Mathieu Mathilde Matilda Matilde Mats Matt Matteo Matthew Matthias Matthieu Matthijs Matti
    Mattie Matías Matěj Maud Maude Maudie Mauno Maura Maureen Maurice Mauricio Maurine Maurizio Mauro Maurício Mave
    Mavis Max Maxence Maxie Maxim Maxime Maximilian Maximo Maxine Maxwell Maya Maybelle Mayme Maynard Mayra Mayumi
    Maísa Małgorzata Mckinley Meabh Meagan Meaghan Meena Meera Megan Meghan Megumi Mehdi Meilyr Meindert Meinir
    Meirion Mel Melanie Melba Melchiorre Mele Melina Melinda Melisa Melissa Mellisa Mellissa Melodie Melody Melony
    Melva Melvin Melvina Melvyn Menna Menno Meredith Merel Merfyn Merja Merle Merlin Merrill Merv Mervin Mervyn Meryl
    Meta Mette Meurig Mhairi Mia Micaela Micah Michael Michaela Michal Michale Michaël Micheal Michel Michela Michele
    Micheline Michell Michelle Micheál Michiel Michiko Michèle Mick Mickey Micky Midori Mieczysław Mieke Migdalia
    Miguel Mihaela Mihai Mihail Mihangel Mihnea Mika Mikael Mike Mikel Mikhail Miki Mikkel Mikko Miklos Miklós Mikołaj
    Milada Milagros Mildred Milena Miles Milford Milica Millard Millicent Millie Milo Milorad Milos Miloslav Miloš
    Milton Mimi Mina Mindy Minerva Minna Minnie Minoru Miodrag Miquel Miranda Mircea Mireille Mirek Mirella Mireya
    Miriam Mirian Mirjam Mirjana Mirko Mirna Miroslav Miroslava Mirosław Misaki Mislav Missy Misti Mitch Mitchel
    Mitchell Mitsuko Mittie Mitzi Mladen Moana Modesto Moeen Mogens Mohamed Mohan Mohit Moira Moises Mollie Molly Mona
    Monica Monika Monique Monroe Monte Monty Morag Morfydd Moritz Morris Morten Morton Morven Morwenna Moses Moshe
    Moya Mozelle Mpho Muammar Muir Muireann Muiris Mukesh Mungo Murdo Muriel Murray Myfanwy Mykhailo Mykola Myles Myra
    Myrddin Myriam Myrna Myron Myrtis Myrtle Máiréad Márcia Márcio Márta Mátyás Máximo Mélanie Nadeem Nadezhda Nadia
    Nadine Nadira Nadja Naeem Najat Nakia Naledi Nalini Nanci Nancy Nandini Nanette Nanna Nannette Nannie Naoki Naoko
    Naomi Napoleon Narendra Naresh Natalia Natalie Nataliya Natalya Natasha Nathalie Nathan Nathanael Nathanaël
    Nathanial Nathaniel Natsuki Naveen Nawaz Naz Nazir Neal Nebojša Ned Nedra Neeraj Neha Neil Neill Nelda Nell Nellie
    Nelly Nelson Nena Nenad Nereida Nerida Nerys Nessa Nesta Nestor Nettie Neusa Neva Neville Newton Ngaire Ngozi Nia
    Niall Niamh Nic Nicanor Niccolò Nicholas Nichole Nick Nicki Nickolas Nicky Nicola Nicolae Nicolas Nicole Nicoletta
    Nicolás Nicolò Niels Nienke Nigel Nik Nikhil Niki Nikita Nikki Nikola Nikolai Nikolas Nikolaus Nikolay Nikos Nila
    Nilda Nils Nina Nino Nirmala Nisha Nita Nitin Nkechi Nkosazana Nnamdi Nneka Noah Nobuo Noe Noel Noelle Noemi Nola
    Nolan Nomsa Nona Noor Nora Norah Norbert Norberto Noreen Noriko Norm Norma Norman Normand Norris Nouri Nova Novak
    Novella Noémie Nuala Nuno Nuria Nydia Nándor Nóirín Obinna Octavia Octavian Octavio Oddvar Odell Odette Odhran
    Odile Odis Ofelia Ognjen Oisin Oisín Oksana Ola Olaf Olav Ole Oleg Oleh Oleksandr Oleksandra Oleksii Oleksiy Olen
    Olena Oleta Olga Olha Olin Olive Oliver Olivier Olle Ollie Olof Olu Olufemi Olumide Oluwaseun Olwen Oma Omer Ona
    Ondrej Ondřej Oona Oonagh Opal Ophelia Oralia Oran Orazio Oren Oriana Oriol Orla Orlaith Orlando Ornella Orpha
    Orsolya Orson Orval Orville Osama Osamu Oscar Osian Oskar Ostap Osvaldo Oswald Oswaldo Otha Otis Ottilie Otto
    Otávio Outi Ove Ovidiu Owain Owen Ozzie Paavo Pablo Paco Paddy Padraic Padraig Paige Palle Paloma Pam Pamala
    Pamela Panagiotis Pancho Pankaj Pansy Paola Paolo Parminder Parveen Pascal Pascale Pasquale Pat Patrica Patrice
    Patricia Patricio Patrick Patrik Patrizia Patrícia Patsy Patti Pattie Patty Paul Paula Paulette Paulina Pauline
    Paulo Pavel Pavla Pavlo Pawel Paweł Pearl Pearlie Pearline Peder Pedro Peggie Peggy Pekka Penelope Pennie Penny
    Pentti Pep Pepe Per Percy Perdita Peregrine Perla Pernille Perry Pervez Pete Peter Petr Petra Petro Petru Petter
    Petteri Phil Philip Philipp Philippa Philippe Phillip Phillipa Phillis Philomena Phoebe Phylis Phyliss Phyllis
    Pierluigi Piero Pierpaolo Pierre Pierre-Yves Piers Piet Pieter Pietro Pino Piotr Pippa Pirjo Piroska Polly Pooja
    Poppy Porfirio Portia Poul Prakash Pranab Prashant Pratap Praveen Predrag Preet Preeti Preston Pricilla Priscilla
    Prithvi Priti Priya Priyanka Proinsias Pryderi Przemysław Puneet Pyotr Pádraig Pál Päivi Péter Qasim Quentin
    Quincy Quinn Quintin Quinton Rachael Racheal Rachel Rachelle Radek Radha Radim Radka Radmila Radosław Radovan Radu
    Rae Rafael Rafaela Rafał Rafe Raffaele Raffaella Rafik Rafiq Raghu Ragnar Ragnhild Rahul Raimo Raimundo Rainer Raj
    Rajan Rajat Rajeev Rajesh Rajiv Rajnath Rakesh Raleigh Ralf Ralph Raluca Ramesh Ramiro Ramon Ramona Ramsay Ramón
    Ranald Randal Randall Randell Randi Randolph Randy Rangi Rani Ranjan Ranjit Raoul Raphael Raphaël Raquel Rashad
    Rashid Rashmi Rasmus Rastislav Ratko Raul Raven Ravi Ravinder Ray Rayford Raylene Raymon Raymond Raymundo Raúl
    Reba Rebeca Rebecca Rebekah Recep Redmond Reece Reed Reena Refugio Reg Reggie Reginald Regis Rehana Rehman Reid
    Reidar Reijo Reiko Reina Reinaldo Reinhard Reinhold Reinier Rekha Rena Renae Renaldo Renata Renate Renato Rene
    Renee Renita Rens Renske Renzo René Renée Reta Retha Reuben Reva Rex Rey Reyes Reyna Reynaldo Rhea Rhett Rhian
    Rhiannon Rhoda Rhodri Rhona Rhonda Rhuaridh Rhun Rhydian Rhys Rianne Ric Ricardo Riccardo Rich Richard Richelle
    Richie Rick Rickey Ricki Rickie Ricky Rico Rigoberto Riikka Riitta Rik Rikke Riley Rinus Rishi Risto Rita Ritu
    Rizwan Rob Robbie Robbin Robby Robert Roberta Roberto Robin Robt Robyn Rocco Rochelle Rocio Rocky Rocío Rod Roddy
    Roderick Rodger Rodney Rodolfo Rodrick Rodrigo Rodrigue Roel Roelof Rogelio Roger Rogério Rohan Rohit Roisin
    Roland Rolando Rolf Rolland Romain Romeo Romona Romy Romário Rona Ronald Ronaldo Ronan Ronda Rondell Ronja Ronnie
    Ronny Roopa Roosevelt Rory Rosa Rosalba Rosalee Rosalia Rosalie Rosalina Rosalind Rosalinda Rosalyn Rosamund
    Rosanna Rosanne Rosaria Rosario Roscoe Rose Roseann Roseanna Roseanne Rosella Roselyn Roselyne Rosemarie Rosemary
    Rosendo Rosetta Rosie Rosina Rosita Roslyn Ross Rosângela Rowan Rowena Rowland Roxana Roxane Roxann Roxanna
    Roxanne Roxie Roy Royston Roz Ruadhan Ruairi Ruaraidh Ruarc Ruaridh Ruben Rubin Ruby Rubye Rubén Rudi Rudolf
    Rudolph Rudy Rueben Rufus Ruggero Rui Rune Rupert Ruslan Ruslana Russ Russel Russell Rustam Rusty Ruth Ruthann
    Ruthie Ruud Ryan Ryder Ryo Ryoko Ryszard Régine Régis Réka Rémi Rémy Róisín Răzvan Růžena Sabina Sabine Sabrina
    Sacha Sachiko Sachin Sade Sadie Sadiq Saeed Saffron Sagar Saima Sajid Sakura Sal Salim Salina Sallie Sally Salma
    Salman Salvatore Sam Samantha Samatha Sameer Sami Samir Samira Sammie Sammy Samual Samuel Sanaa Sandeep Sandi
    Sandor Sandra Sandrine Sandro Sandy Sanford Sangeeta Sania Sanja Sanjay Sanjeev Sanjiv Sanjuana Sanjuanita Sanna
    Saoirse Sara Sarah Sari Sarita Sascha Sasha Saskia Satish Satoshi Satu Saul Sauli Saundra Saverio Savita Saša
    Scarlett Scot Scott Scottie Scotty Seamus Sean Seb Sebastian Sebastiano Sebastien Sebastián Sebastião Seema Sefa
    Segun Seiji Selena Selina Selma Selwyn Semisi Senan Seonag Seonaid Sepp Seppo Serena Serge Sergei Sergey Sergio
    Sergiy Serhiy Seth Seun Severin Seymour Seán Shabana Shad Shahbaz Shahid Shaina Shalonda Shameka Shamika Shamima
    Shana Shanda Shane Shaniqua Shankar Shanna Shannon Shanon Shante Shantel Shari Sharla Sharlene Sharon Sharonda
    Sharron Sharyn Shashi Shaun Shauna Shawn Shawna Shayla Shayna Shayne Shaz Shazia Sheelagh Sheena Sheila Shelby
    Sheldon Shelia Shelley Shelli Shellie Shelly Shelton Sheree Sheri Sheridan Sherie Sherita Sherman Sherri Sherrie
    Sherrill Sherwood Sheryl Shiela Shigeru Shilpa Shimon Shinji Shinzo Shirlene Shirley Shiro Shivraj Shobha Shohei
    Shoji Sholto Shon Shona Shonda Shreya Shruti Shuji Sian Sibusiso Sibylle Sid Siddharth Sidney Siegfried Sigmar
    Sigrid Sigurd Silas Silje Silke Silvana Silvia Silvio Simeon Simon Simona Simone Sinead Sinéad Siobhan Siobhán
    Siofra Sione Sioned Sipho Siri Sirpa Siv Siwan Siân Sjaak Sjoerd Sjoukje Skye Slavko Slobodan Smriti Sneha Snežana
    Socorro Sofia Sofie Sofiya Sofía Sohail Sol Solange Soledad Solomiya Solomon Solveig Solène Somhairle Sonal Sonali
    Sondra Sonia Sonja Sonya Sophia Sophie Sorcha Soren Sorin Sorley Sourav Soňa Spyros Sridevi Srinivas Srđan Stacey
    Staci Stacia Stacie Stacy Stan Stanford Stanislav Stanislaw Stanisław Stanley Stanton Starla Starr Stavros Stef
    Stefan Stefania Stefanie Stefano Steffen Stella Sten Stepan Stephan Stephane Stephanie Stephany Stephen Stephenie
    Steve Steven Stevie Stewart Stig Stijn Stipe Struan Stu Stuart Sture Stéphane Stéphanie Subhash Sudhir Sue Sujata
    Sumiko Sumit Sunil Sunita Sunniva Supriya Surendra Suresh Susan Susana Susanna Susannah Susanne Sushma Susie Suzan
    Suzanna Suzanne Suzette Suzie Svein Sven Svenja Sverre Svetlana Svitlana Swati Sybil Sylvain Sylvester Sylvia
    Sylvie Szilárd Szymon Sándor Séamus Sébastien Ségolène Sérgio Sílvia Sócrates Søren Sławomir Tabatha Tabitha Tad
    Tadashi Tadeusz Tadhg Tage Tahir Tahlia Tahnee Taina Taj Takao Takashi Takeshi Taku Talia Taliesin Tallulah Tama
    Tamara Tamas Tameka Tamela Tamera Tami Tamika Tammi Tammie Tammy Tamra Tamsin Tamás Tana Tane Tanguy Tania Tanisha
    Tanja Tanner Tansy Tanvi Tanya Tapani Tapio Tara Taras Tarcísio Tariq Tarja Taro Tarquin Tarun Taryn Tasha Tasneem
    Tatiana Tatsuya Tatyana Tavita Tawana Tawanda Tawnya Taylor Teddy Teemu Teena Tegan Tegid Tegwen Teilo Tena Tendai
    Teneille Tenielle Tenille Teodoro Teppo Tera Terence Teresa Terese Teresita Teressa Tereza Teri Terje Terra
    Terrance Terrell Terrence Terri Terrie Tesni Tess Tessa Tessie Tetiana Tetsuya Teun Tevita Thabo Thad Thaddeus
    Thandeka Thandi Thandiwe Thea Theda Thelma Themba Theo Theodor Theodora Theodore Theodoros Theresa Therese Theron
    Thiago Thibault Thibaut Thierry Thijs Thilo Thomas Thor Thora Thorbjørn Thorsten Thorvald Thurman Théo Théodore
    Thérèse Tia Tiago Tiana Tiara Tiarna Tibor Tiernan Tierra Tiffani Tiffanie Tiffany Tihomir Tiina Tijmen Tilda
    Tillie Tilly Tim Timmy Timo Timothy Timothée Timur Tina Tineke Tisha Titus Tiziana Tiziano Tjeerd Tobias Tobin
    Toby Todd Tom Tomas Tomasa Tomasz Tomeka Tomislav Tommaso Tommie Tommy Tomoko Tomás Tomáš Toney Toni Tonia Tonja
    Tony Tonya Toomas Torben Torbjörn Tore Torgeir Tori Torkel Torquil Torsten Toru Torunn Tory Tosha Toshiko Toshio
    Toya Tracey Traci Tracie Tracy Traian Travis Trena Trent Trenton Tresa Tressa Treva Trevon Trevor Trey Tricia
    Trijntje Trina Trish Trisha Trista Tristan Tristram Trond Troy Trudi Trudy Truman Truus Trygve Trystan Tudor Tudur
    Tuija Tullio Tully Tunde Tuomas Turlough Tuula Twila Twm Twyla Ty Tyler Tyra Tyree Tyrell Tyrese Tyron Tyson Uche
    Uchenna Uday Ulf Ulises Ulla Ulrich Ulrik Ulrike Ultan Ulysses Uma Umberto Umesh Una Unni Urho Urpo Ursula Urszula
    Usha Usman Uta Ute Uwe Vaclav Vada Vadim Vadym Val Valarie Valdir Valencia Valentin Valentina Valentine Valentino
    Valentyn Valeria Valerie Valerio Valeriu Valeriy Valery Valorie Valérie Vance Vandana Vanderlei Vanessa Varun
    Vasile Vasilis Vasily Vasyl Vaughan Vaughn Veda Velda Velma Venessa Venetia Veniamin Venita Venkat Venkatesh Venus
    Vera Verda Vergie Verity Verla Vern Verna Vernell Vernice Vernon Veronica Veronika Veronique Vesa Vesna Vesta
    Vibeke Vic Vicente Vickey Vicki Vickie Vicky Victorien Vida Vidar Vidya Viggo Vijay Vikas Vikki Vikram Viktor
    Viktoria Viktoriya Vilde Viliami Ville Vilma Vinay Vince Vincent Vincenza Vincenzo Vineet Vinod Vinícius Violet
    Violeta Violette Viorel Viorica Vipul Virat Virgie Virgil Virgilio Virgina Virginie Vishal Vita Vitali Vitalii
    Vitaly Vitor Vittoria Vittorio Vivek Vivian Viviana Vivien Vivienne Vlad Vladimir Vladimíra Vladislav Vlastimil
    Vojtěch Volker Volodymyr Vonda Vsevolod Vuk Vyacheslav Václav Väinö Véronique Wade Waldemar Waldo Walid Wallace
    Wally Walt Walter Walton Waltraud Wanda Wangari Wanjiru Waqar Warner Warren Waseem Wasim Waylon Wayne Weldon
    Wenche Wendelien Wendell Wendi Wendy Werner Wes Wesley Wessel Weston Whitney Wiebe Wiesław Wietske Wiktor Wilber
    Wilbert Wilbur Wilburn Wilda Wiley Wilf Wilford Wilfred Wilfredo Wilhelm Wilhelmina Willa Willard Willeke Willem
    William Williams Willian Willie Willis Willy Wilma Wilmer Wilson Wilton Wim Winford Winfred Winifred Winnie
    Winnifred Winona Winston Wiremu Witold Wm Wojciech Wolfgang Woodrow Wouter Wyatt Wyn Wynne Władysław Włodzimierz
    Xander Xanthe Xavi Xavier Ximena Xiomara Yadira Yana Yancy Yanis Yann Yannick Yannis Yaroslav Yashwant Yasmeen
    Yasmin Yasmine Yaw Yegor Yekaterina Yelena Yesenia Yevgeny Yewande Yitzhak Yogesh Yoko Yolanda Yolonda Yoshihide
    Yoshiko Yoshio Yui Yuka Yukari Yuki Yukiko Yukio Yulia Yulian Yuliia Yuliya Yumi Yumiko Yuri Yuriko Yuriy Yusuf
    Yusuke Yutaka Yvan Yves Yvette Yvo Yvon Yvonne Zac Zach Zachariah Zachary Zachery Zack Zackary Zadie Zafar Zahid
    Zahli Zahra Zainab Zak Zakir Zali Zane Zanele Zara Zbigniew Zdenek Zdeněk Zdravko Zdzisław Zeb Zeenat Zeke Zelda
    Zeljko Zella Zelma Zenaida Zinaida Zlatan Zlatko Zodwa Zofia Zoila Zola Zoltan Zoltán Zoraida Zoran Zoya Zoé Zoë
    Zsofia Zsolt Zsuzsa Zsuzsanna Zubin Zulema Zuzana Zuzanna Zélia Ábel Ágnes Ángel Árpád Åke Åsa Åse Édouard
    Élisabeth Élodie Émile Éric Łukasz Štefan Šárka Željko Ștefan
    """
)
"""Names that are hardly ever anything else."""

WEAK_GIVEN = words(
    """
    Aaron Adelaide Alberta Alexandria Alice Angel April August Augusta Augustus Aurora Austin Berry Beverly Bradford
    Brandy Brook Buck Buster Capucine Carolina Chad Chandra Charlotte Chelsea Chester Christian Columbus Crawford Cruz
    Derry Devon Drummond Earl Emery Esperanza Florence Florida Florin Forbes Foster Francisco Fraser Gale Garrison Gay
    Georgia Germán Grady Guadalupe Guy Hunter Indra Ion Islay Israel Ivory Jackson Jesus Jordan June Kent Laurel
    Lazaro Lincoln Lorraine Marine Marquis Marshall Martial Mason May Mercedes Misty Morgan Nairn Olivia Palmer Parker
    Pelle Pilar Porter Prem Prudence Regina Roman Ron Royce Santiago Santos Satya Savannah Sherry Spencer Sterling
    Sunny Sydney Ted Terry Tyrone Victor Victoria Viola Virginia Wagner Walker Ward Warwick Wellington Will Wolf Woody
    Zoe
    """
)
"""Names that are as often a word, a place, a month or a surname; not taken for a person without other evidence."""
