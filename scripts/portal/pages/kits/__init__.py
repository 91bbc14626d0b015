"""宣传素材 (media kits): who has one, what is said in it, its pages and files, and the share cards of the site."""
